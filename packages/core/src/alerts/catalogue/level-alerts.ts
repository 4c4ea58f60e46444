import { REVIEW_SHARE } from "../../levels/budget-review";
import { LevelAttribute, LevelMetric } from "../../levels/level-metric";
import { levelStateNumber } from "../../levels/level-state";
import { logAlert } from "../log-alert";
import { canWait, inEveryRing, tellsTheTeam } from "./urgency";

const service = "Microsoft.OperationalInsights/workspaces";

/** The last value of a metric that the evaluator sends, by objective; the empty table keeps the query valid before the first. */
function lastValues(metric: LevelMetric, ...by: string[]): string {
  return `union isfuzzy=true
    (datatable(TimeGenerated: datetime, Name: string, Sum: real, ItemCount: int, Properties: dynamic) []),
    (AppMetrics | project TimeGenerated, Name, Sum, ItemCount, Properties)
| where Name == "${metric}"
| extend Objective = tostring(Properties["${LevelAttribute.Objective}"]), Rule = tostring(Properties["${LevelAttribute.Rule}"]), Value = Sum / ItemCount
| summarize arg_max(TimeGenerated, Value) by ${["Objective", ...by].join(", ")}`;
}

/** What Azure's own alerts cannot hold: a long window over two days. */
export const levelBurning = logAlert({
  id: "level-burning",
  asks: "Is an error budget spent too fast for days?",
  service,
  query: `${lastValues(LevelMetric.Burning, "Rule")}
| project Objective, Rule, Burning = Value`,
  measure: "Burning",
  aggregation: "Maximum",
  splitBy: ["Objective", "Rule"],
  fires: {
    over: inEveryRing(0),
    because: "the evaluator has compared both windows with the rule's factor; 1 is over it",
  },
  unit: "burning",
  window: "PT1H",
  every: "PT15M",
  severity: canWait,
  noData: "quiet",
  runbook: "error-budget-burn",
  requirements: ["OE-R3"],
  needsTraffic: true,
});

/**
 * The review (OE-R3). This alert alone opens its incident: the evaluator writes the review down and measures it, and
 * tells nobody. The alert's value is the percent that opened the review, and stays the same as long as it stands. Over
 * a day, so that an evaluator that is silent for some hours does not end the alert and begin it again.
 */
export const levelReviewDue = logAlert({
  id: "level-review-due",
  asks: "Is more than half of an error budget gone before the middle of its period?",
  service,
  query: `${lastValues(LevelMetric.ReviewBudgetGone)}
| project Objective, BudgetGone = Value`,
  measure: "BudgetGone",
  aggregation: "Maximum",
  splitBy: ["Objective"],
  fires: {
    over: inEveryRing(REVIEW_SHARE * 100),
    because: "OE-R3 asks for a review at half of the budget; it stands until its period ends, so that it is told once",
  },
  unit: "percent of the error budget",
  window: "P1D",
  every: "PT15M",
  severity: canWait,
  noData: "quiet",
  runbook: "error-budget-burn",
  requirements: ["OE-R3"],
  needsTraffic: true,
});

/** No event in a whole period: either nobody uses the service, or its telemetry is lost. */
export const levelWithoutData = logAlert({
  id: "level-without-data",
  asks: "Is there an objective of which nothing was seen in its whole period?",
  service,
  query: `${lastValues(LevelMetric.State)}
| project Objective, WithoutData = toint(Value == ${levelStateNumber.NO_DATA})`,
  measure: "WithoutData",
  aggregation: "Maximum",
  splitBy: ["Objective"],
  fires: {
    over: inEveryRing(0),
    because: "the evaluator says NO_DATA of it; a level that nothing is known of is not kept",
  },
  unit: "objectives without data",
  window: "PT2H",
  every: "PT1H",
  severity: canWait,
  noData: "quiet",
  runbook: "telemetry-silence",
  requirements: ["OE-R3"],
  needsTraffic: false,
});

/** The evaluator sends a state at every run, so two hours without one are eight runs that did not end well. */
export const levelEvaluatorSilent = logAlert({
  id: "level-evaluator-silent",
  asks: "Does the evaluator of service levels still report?",
  service,
  query: `union isfuzzy=true
    (datatable(TimeGenerated: datetime, Name: string) []),
    (AppMetrics | project TimeGenerated, Name)
| where Name == "${LevelMetric.State}"
| summarize Last = max(TimeGenerated)
| project HoursSince = iff(isnull(Last), 3.0, (now() - Last) / 1h)`,
  measure: "HoursSince",
  aggregation: "Maximum",
  fires: { over: inEveryRing(2), because: "it runs every quarter of an hour; eight missed runs are no late log" },
  unit: "hours",
  window: "PT3H",
  every: "PT30M",
  severity: tellsTheTeam,
  noData: "fires",
  runbook: "job-not-run",
  requirements: ["OE-R3"],
  needsTraffic: false,
});
