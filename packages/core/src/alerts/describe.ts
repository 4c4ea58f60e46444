import type { BudgetThreshold, RingName } from "../rings";
import { runbookUrl } from "../runbooks";
import { type ActivityLogAlertRow, type AlertRow, type BudgetAlertRow, hasThreshold } from "./alert-row";
import type { Interval } from "./intervals";
import { thresholdOf } from "./threshold";

/** Azure Monitor's limit for the description of a metric alert; log alerts take twice as much. */
export const LONGEST_DESCRIPTION = 2048;

/**
 * What an alert rule says of itself in the portal and in every notification: the question, when it fires, where the
 * number comes from, what silence means, and the runbook. `runbooksUrl` is the address of the `runbooks` folder.
 */
export function alertDescription(row: AlertRow, ring: RingName, runbooksUrl: string): string {
  return [
    row.asks,
    `Fires ${firesWhen(row, ring)} (${reasonOf(row)}).`,
    row.noData === "fires" ? "No data fires it." : "No data does not fire it.",
    `Runbook: ${runbookUrl(runbooksUrl, row.runbook)}`,
  ].join(" ");
}

/** When an alert fires in a ring, as half a sentence: `when the total of … in 5 minutes is over 20`. */
export function firesWhen(row: AlertRow, ring: RingName): string {
  if (row.kind === "activityLog") return `at each event of category ${row.category} where ${conditionsOf(row)}`;
  if (row.kind === "budget") return budgetFiresWhen(row, ring);
  const { operator, value } = thresholdOf(row, ring);
  const beyond = operator === "GreaterThan" ? "over" : "under";
  const sum = row.kind === "metric" ? `the ${aggregations[row.aggregation]} of ${row.metric}` : row.measure;
  const split = row.splitBy.length > 0 ? ` per ${row.splitBy.join(" and ")}` : "";
  return `when ${sum}${split} in ${inWords(row.window)} is ${beyond} ${value} ${row.unit}`;
}

/** What travels with a fired alert to its receivers, as flat text: for routing, and for the person who is woken. */
export function alertProperties(row: AlertRow, ring: RingName, runbooksUrl: string): Record<string, string> {
  return {
    alert: row.id,
    ring,
    asks: row.asks,
    runbook: runbookUrl(runbooksUrl, row.runbook),
    requirements: row.requirements.join(" "),
    noData: row.noData,
  };
}

/** Where an alert's number comes from, or why its events matter. */
export function reasonOf(row: AlertRow): string {
  return hasThreshold(row) ? row.fires.because : row.because;
}

function conditionsOf({ where }: ActivityLogAlertRow): string {
  return Object.entries(where)
    .map(([field, values]) => `${field} is ${values.join(" or ")}`)
    .join(" and ");
}

/** `when 80 or 100 percent of the month's budget is spent, or 100 percent is forecast`. */
function budgetFiresWhen({ thresholds }: BudgetAlertRow, ring: RingName): string {
  const percents = (wanted: BudgetThreshold["of"]) =>
    thresholds[ring]
      .filter(({ of }) => of === wanted)
      .map(({ percent }) => percent)
      .join(" or ");
  const forecast = percents("Forecasted");
  const spent = `when ${percents("Actual")} percent of the month's budget is spent`;
  return forecast === "" ? spent : `${spent}, or ${forecast} percent is forecast`;
}

const aggregations = { Average: "average", Total: "total", Minimum: "minimum", Maximum: "maximum", Count: "count" };

const units = { M: "minute", H: "hour", D: "day" };

function inWords(interval: Interval): string {
  const [, count = "", unit = ""] = /(\d+)([MHD])$/.exec(interval) ?? [];
  const word = units[unit as keyof typeof units];
  return count === "1" ? `one ${word}` : `${count} ${word}s`;
}
