import type { LogAlertRow } from "../alerts/alert-row";
import { levelReviewDue } from "../alerts/catalogue/level-alerts";
import type { Objective } from "./objective";
import { periodText } from "./period";

/**
 * The alert on the review of one objective's error budget. Each objective has its own, because alerts of one rule are one
 * incident: the reviews of two objectives are two, each with its own work item.
 */
export function reviewAlert({ name, target, period }: Objective): LogAlertRow {
  return {
    ...levelReviewDue,
    asks:
      `Is more than half of the error budget of ${name} (${target} % over ${periodText(period)}) gone before the middle of ` +
      "its period? Hold the review: what is changed, and whether risky releases wait.",
    query: `${levelReviewDue.query}\n| where Objective == "${name}"`,
  };
}
