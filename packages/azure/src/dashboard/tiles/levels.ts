import { LevelAttribute, LevelMetric } from "@ringfence/core/levels";
import type { Section } from "../tile";

/** What the evaluator measured of each objective; one entry may stand for several measurements. */
const measured = `AppMetrics
| where Name startswith "ringfence.level."
| extend Objective = tostring(Properties["${LevelAttribute.Objective}"]), Value = Sum / ItemCount`;

/** The latest value of one measure, for each objective. */
function latest(metric: LevelMetric, column: string): string {
  return `${column} = take_anyif(Latest, Name == "${metric}")`;
}

export const levelsSection: Section = {
  title: "Service levels",
  tiles: [
    {
      source: "logs",
      id: "levels-now",
      title: "Current against target",
      asks: "Is each objective kept, and how much of its error budget is left?",
      visualization: "table",
      wide: true,
      query: `${measured}
| where Name in ("${LevelMetric.Indicator}", "${LevelMetric.Target}", "${LevelMetric.BudgetLeft}", "${LevelMetric.State}", "${LevelMetric.ReviewDue}")
| summarize arg_max(TimeGenerated, Latest = Value) by Name, Objective
| summarize Measured = max(TimeGenerated), ${latest(LevelMetric.Indicator, "Current")}, ${latest(LevelMetric.Target, "Target")}, ${latest(LevelMetric.BudgetLeft, "BudgetLeft")}, ${latest(LevelMetric.State, "StateNumber")}, ${latest(LevelMetric.ReviewDue, "Review")} by Objective
| project Objective, State = case(StateNumber == 2, "healthy", StateNumber == 1, "degrading", StateNumber == 0, "violated", StateNumber == -1, "low traffic", "no data"), CurrentPercent = round(100 * Current, 3), TargetPercent = round(100 * Target, 3), BudgetLeftPercent = round(100 * BudgetLeft, 1), ReviewDue = Review > 0, Measured
| order by BudgetLeftPercent asc`,
    },
    {
      source: "logs",
      id: "level-budget-left",
      title: "Error budget left (percent)",
      asks: "How fast is each budget spent?",
      visualization: "timechart",
      chart: { value: "BudgetLeftPercent", type: "real", splitBy: "Objective" },
      query: `${measured}
| where Name == "${LevelMetric.BudgetLeft}"
| summarize BudgetLeftPercent = round(100 * avg(Value), 2) by bin(TimeGenerated, 15m), Objective
| order by TimeGenerated asc`,
    },
    {
      source: "logs",
      id: "level-burn-rate",
      title: "Burn rate, long windows",
      asks: "Is any budget spent faster than its period allows (1)?",
      visualization: "timechart",
      query: `${measured}
| where Name == "${LevelMetric.BurnRate}" and tostring(Properties["${LevelAttribute.Window}"]) == "long"
| summarize BurnRate = round(max(Value), 2) by bin(TimeGenerated, 15m), Rule = strcat(Objective, " ", tostring(Properties["${LevelAttribute.Rule}"]))
| order by TimeGenerated asc`,
    },
  ],
};
