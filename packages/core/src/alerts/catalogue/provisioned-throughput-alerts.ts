import { metricAlert } from "../metric-alert";
import { canWait, tellsTheTeam } from "./urgency";

const service = "Microsoft.CognitiveServices/accounts";

const saturated = {
  asks: "Does a provisioned deployment still have headroom?",
  service,
  aggregation: "Average",
  splitBy: ["ModelDeploymentName"],
  fires: {
    over: { sandbox: 100, dev: 100, test: 95, prod: 90 },
    because:
      "at 100 % Microsoft answers 429 or spills over; the published baseline warns at 80 %; 90 % leaves time to act",
  },
  unit: "percent of the provisioned throughput",
  window: "PT15M",
  every: "PT5M",
  severity: tellsTheTeam,
  noData: "quiet",
  runbook: "provisioned-throughput-saturated",
  requirements: ["OE-R4"],
  needsTraffic: true,
} as const;

export const provisionedThroughputSaturated = metricAlert({
  ...saturated,
  id: "provisioned-throughput-saturated",
  metric: "AzureOpenAIProvisionedManagedUtilizationV2",
  appliesWhen: { hasOpenAiModels: true, hasProvisionedThroughput: true },
});

export const otherModelProvisionedThroughputSaturated = metricAlert({
  ...saturated,
  id: "other-model-provisioned-throughput-saturated",
  metric: "ProvisionedUtilization",
  appliesWhen: { hasOtherModels: true, hasProvisionedThroughput: true },
});

/**
 * Cached prompt tokens take almost nothing of the provisioned throughput, so a prompt whose beginning has changed shows
 * here before the deployment is full. The published baseline fires when the cache works well. Only provisioned
 * deployments report the metric.
 */
export const promptCacheCollapsed = metricAlert({
  id: "prompt-cache-collapsed",
  asks: "Are prompts still served from the cache?",
  service,
  metric: "AzureOpenAIContextTokensCacheMatchRate",
  aggregation: "Average",
  splitBy: ["ModelDeploymentName"],
  appliesWhen: { hasOpenAiModels: true, hasProvisionedThroughput: true },
  fires: {
    under: { sandbox: 1, dev: 1, test: 5, prod: 10 },
    because:
      "a system prompt of a thousand tokens alone gives more; override it with half of what the service usually has; judgement",
  },
  unit: "percent of prompt tokens",
  window: "PT1H",
  every: "PT15M",
  severity: canWait,
  noData: "quiet",
  runbook: "cache-collapse",
  requirements: ["OE-R4", "OE-R13"],
  needsTraffic: true,
});
