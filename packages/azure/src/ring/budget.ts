import * as consumption from "@pulumi/azure-native/consumption";
import type * as monitor from "@pulumi/azure-native/monitor";
import type { BudgetThreshold } from "@ringfence/core/rings";
import type { Severity } from "@ringfence/core/severities";
import { reachedSeverity } from "../monitors/reached-severity";
import { type GroupGround, localName, part } from "./ground";

/** What the ring may cost, and who hears of it. */
export interface BudgetArgs {
  /** A month's budget, in the currency of the subscription's bill. */
  amount: number;
  /** The first month, `2026-11`; this month unless stated. */
  from?: string;
  actionGroups: Partial<Record<Severity, monitor.ActionGroup>>;
}

/**
 * The ring's budget with the row's thresholds. Each is told to the receivers of its severity, and to the service's
 * owner by mail, so that it reaches somebody in a ring without receivers too.
 *
 * Azure takes no start before the current month when it creates a budget and refuses to change the start of one that
 * exists. So the month is decided once: later deployments ignore it, and change nothing.
 */
export function budget(
  ground: GroupGround,
  { amount, from = thisMonth(), actionGroups }: BudgetArgs,
): consumption.Budget {
  const { name, ring, tags, parent, resourceGroupId } = ground;
  const notify = (threshold: BudgetThreshold) => notification(threshold, tags.owner, actionGroups);
  return part(
    ground,
    new consumption.Budget(
      `${name}-budget`,
      {
        budgetName: localName("budget", ground),
        scope: resourceGroupId,
        category: "Cost",
        amount,
        timeGrain: "Monthly",
        timePeriod: { startDate: `${from}-01T00:00:00Z` },
        notifications: Object.fromEntries(
          ring.budgetThresholds.map((threshold) => [
            `${threshold.of.toLowerCase()}-${threshold.percent}-percent`,
            notify(threshold),
          ]),
        ),
      },
      { parent, ignoreChanges: ["timePeriod"] },
    ),
  );
}

function notification(
  { percent, of, severity }: BudgetThreshold,
  owner: string,
  actionGroups: BudgetArgs["actionGroups"],
) {
  const reached = reachedSeverity(severity, Object.keys(actionGroups));
  const group = reached && actionGroups[reached];
  return {
    enabled: true,
    operator: "GreaterThanOrEqualTo",
    threshold: percent,
    thresholdType: of,
    contactEmails: [owner],
    contactGroups: group ? [group.id] : [],
  };
}

/** The month in UTC, which is what Azure's budgets go by. */
function thisMonth(): string {
  return new Date().toISOString().slice(0, 7);
}
