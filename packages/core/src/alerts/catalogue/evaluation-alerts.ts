import { logAlert } from "../log-alert";
import { wakesSomebody } from "./urgency";

/**
 * Results of evaluators by OpenTelemetry's conventions, as Foundry's continuous evaluation sends them: each with a label
 * that says whether the evaluator's own bar was met, whatever its scale. Below 30 results a share says nothing.
 */
const failedEvaluationShare = `union isfuzzy=true
    (datatable(TimeGenerated: datetime, _ResourceId: string, ItemCount: int, Properties: dynamic) []),
    (AppEvents
    | where Name == "gen_ai.evaluation.result"
    | project TimeGenerated, _ResourceId, ItemCount, Properties),
    (AppTraces
    | where Message == "gen_ai.evaluation.result" or tostring(Properties["event.name"]) == "gen_ai.evaluation.result"
    | project TimeGenerated, _ResourceId, ItemCount, Properties)
| where _ResourceId =~ "{resourceId}"
| extend Evaluator = tostring(Properties["gen_ai.evaluation.name"]), Label = tostring(Properties["gen_ai.evaluation.score.label"])
| where isnotempty(Label)
| summarize Results = sum(ItemCount), Failed = sumif(ItemCount, Label in~ ("fail", "failed")) by Evaluator
| where Results >= 30
| extend SharePercent = 100.0 * Failed / Results
| project Evaluator, SharePercent`;

/** A service level of scores tells of a slow decline, in hours; this one tells of a version that went wrong. */
export const answersFailEvaluation = logAlert({
  id: "answers-fail-evaluation",
  asks: "What share of the answers fails an evaluator?",
  service: "Microsoft.Insights/components",
  query: failedEvaluationShare,
  measure: "SharePercent",
  aggregation: "Maximum",
  splitBy: ["Evaluator"],
  fires: {
    over: { sandbox: 50, dev: 50, test: 30, prod: 20 },
    because: "of answers that are well, one in fifty fails; one in five is another model, prompt or index; judgement",
  },
  unit: "percent of evaluated answers",
  window: "PT15M",
  every: "PT5M",
  severity: wakesSomebody,
  noData: "quiet",
  runbook: "safety-regression",
  requirements: ["OE-R3", "OE-R10", "OE-R15"],
  needsTraffic: true,
});
