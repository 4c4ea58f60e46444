import type { LogAlertRow } from "../alerts/alert-row";
import { canWait, inEveryRing, wakesSomebody } from "../alerts/catalogue/urgency";
import { type LogFrequency, type LogWindow, logWindows, minutesOf } from "../alerts/intervals";
import { logAlert } from "../alerts/log-alert";
import { RunbookId } from "../runbooks";
import { type BurnRateRule, BurnSeverity, BurnSpeed } from "./burn-windows";
import { durationText } from "./duration";
import { burnRateQuery, lagMinutes, lookBackMinutes } from "./indicators/query";
import type { Objective } from "./objective";
import { periodText } from "./period";

/** Where every burn-rate alert leads. */
const runbook = RunbookId.ErrorBudgetBurn;

/** The ids of the alerts that objectives get, which are no rows of the catalogue, with the runbook of each. */
export const burnAlertRunbooks: ReadonlyMap<string, RunbookId> = new Map(
  Object.values(BurnSeverity).flatMap((severity) =>
    Object.values(BurnSpeed).map((speed) => [`burn-${severity}-${speed}`, runbook] as const),
  ),
);

/** How often a burn rate may be looked at, the least often first. */
const frequencies: readonly LogFrequency[] = ["PT1H", "PT30M", "PT15M", "PT5M", "PT1M"];

/** Whether one of Azure's log alerts can hold a rule; a log alert looks back two days at most. */
export function azureHolds(objective: Objective, rule: BurnRateRule): boolean {
  return windowOf(objective, rule) !== undefined;
}

/**
 * The log alert of one rule of an objective: both windows in one query, compared with the factor. It runs twice in its
 * short window at least, and every five minutes at most unless the short window itself is shorter.
 *
 * @throws RangeError for a rule that looks back further than a log alert can; `azureHolds` says it beforehand.
 */
export function burnRateAlert(objective: Objective, rule: BurnRateRule): LogAlertRow {
  const window = windowOf(objective, rule);
  if (window === undefined)
    throw new RangeError(
      `${rule.id} of ${objective.name} looks back ${durationText(rule.longMinutes)}; two days is the most, the ${durationText(lagMinutes(objective))} that its logs are late included`,
    );
  const factor = Math.round(rule.factor * 10_000) / 10_000;
  const [short, long] = [durationText(rule.shortMinutes), durationText(rule.longMinutes)];
  return logAlert({
    id: `burn-${rule.id}`,
    asks: `Is the error budget of ${objective.name} (${objective.target} % over ${periodText(objective.period)}) spent too fast?`,
    service: "Microsoft.OperationalInsights/workspaces",
    query: burnRateQuery(objective, rule),
    measure: "BurnRate",
    aggregation: "Maximum",
    fires: {
      over: inEveryRing(factor),
      because: `at this rate over ${long}, and still over the last ${short}, the budget is gone long before its period ends`,
    },
    unit: "times the rate that the budget allows",
    window,
    every: everyOf(objective, rule),
    severity: rule.severity === BurnSeverity.Page ? wakesSomebody : canWait,
    noData: objective.noData,
    runbook,
    requirements: ["OE-R3"],
    needsTraffic: true,
  });
}

function windowOf(objective: Objective, rule: BurnRateRule): LogWindow | undefined {
  const needed = lookBackMinutes(objective, rule);
  return logWindows.find((window) => minutesOf[window] >= needed);
}

function everyOf(objective: Objective, rule: BurnRateRule): LogFrequency {
  const { shortMinutes } = rule;
  if (shortMinutes < minutesOf.PT5M && lookBackMinutes(objective, rule) <= minutesOf.PT6H) return "PT1M";
  return frequencies.find((frequency) => minutesOf[frequency] <= Math.max(minutesOf.PT5M, shortMinutes / 2)) ?? "PT5M";
}
