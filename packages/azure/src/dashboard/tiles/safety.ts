import type { Section } from "../tile";
import { byDeployment } from "./by-deployment";

const contentSafety = "ContentSafety - Risks&Safety";

/**
 * Results of evaluators by OpenTelemetry's conventions, as Foundry's continuous evaluation sends them: as events or as
 * traces, according to the exporter.
 */
const evaluations = `union isfuzzy=true
    (datatable(TimeGenerated: datetime, Message: string, ItemCount: int, Properties: dynamic) []),
    (AppEvents | project TimeGenerated, Message = Name, ItemCount, Properties),
    (AppTraces | project TimeGenerated, Message, ItemCount, Properties)
| where Message == "gen_ai.evaluation.result" or tostring(Properties["event.name"]) == "gen_ai.evaluation.result"
| extend Evaluator = tostring(Properties["gen_ai.evaluation.name"]), Score = toreal(Properties["gen_ai.evaluation.score.value"]), Label = tostring(Properties["gen_ai.evaluation.score.label"])`;

/** Evaluators of a red team say in their names what they try. */
const attacks = `Evaluator has_any ("attack", "attack_success", "red_team", "redteam", "jailbreak")`;

export const safetySection: Section = {
  title: "Safety",
  tiles: [
    {
      source: "logs",
      id: "evaluation-scores",
      title: "Evaluation scores",
      asks: "Do answers stay as good and as safe as they were?",
      visualization: "timechart",
      chart: { value: "Score", type: "real", splitBy: "Evaluator" },
      query: `${evaluations}
| where not(${attacks})
| summarize Score = round(sum(Score * ItemCount) / sum(ItemCount), 3) by bin(TimeGenerated, 1h), Evaluator
| order by TimeGenerated asc`,
    },
    {
      source: "logs",
      id: "red-team-findings",
      title: "Red-team findings",
      asks: "Which attacks were tried, and which got through?",
      visualization: "table",
      lookBackDays: 30,
      query: `${evaluations}
| where ${attacks}
| summarize Tries = sum(ItemCount), Worst = max(Score), Last = max(TimeGenerated) by Evaluator, Label
| order by Worst desc, Tries desc`,
    },
    byDeployment({
      id: "content-filtered",
      title: "Blocked by the content filter",
      asks: "Is somebody probing, or does the filter stop honest users?",
      category: contentSafety,
      metric: "RAIRejectedRequests",
      aggregation: "Total",
    }),
    {
      ...byDeployment({
        id: "blocked-by-category",
        title: "Blocked content by category",
        asks: "What is blocked: harm, attacks on the prompt, or protected material?",
        category: contentSafety,
        metric: "RAIRejectedRequests",
        aggregation: "Total",
      }),
      splitBy: "Category",
    },
    byDeployment({
      id: "harmful-requests",
      title: "Found harmful by the content filter",
      asks: "Is somebody probing, whether or not the filter blocks it?",
      category: contentSafety,
      metric: "RAIHarmfulRequests",
      aggregation: "Total",
    }),
  ],
};
