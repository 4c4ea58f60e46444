import { type Interval, type MetricAggregation, minutesOf } from "@ringfence/core/alerts";
import { type Severity, severityNames } from "@ringfence/core/severities";
import { HEALTHY_TO_RESOLVE_METRIC, Operator, type ThresholdRule } from "../evaluation";
import { parameters } from "../telemetry";

/** Where the rows come from. */
export const baselineSource = {
  name: "Azure Monitor Baseline Alerts",
  repository: "https://github.com/Azure/azure-monitor-baseline-alerts",
  commit: "b772e9f9",
  date: "2026-05-26",
  files: [
    "services/CognitiveServices/accounts/alerts.yaml",
    "services/Search/searchServices/alerts.yaml",
    "services/KeyVault/vaults/alerts.yaml",
    "services/EventGrid/systemTopics/alerts.yaml",
  ],
} as const;

/** One metric alert that the baseline publishes for everybody to see; its dynamic thresholds are left out. */
export interface BaselineAlert {
  service: string;
  metric: string;
  operator: Operator;
  threshold: number;
  aggregation: MetricAggregation;
  window: Interval;
  every: Interval;
  severity: Severity;
}

const over = (
  service: string,
  metric: string,
  threshold: number,
  aggregation: MetricAggregation,
  severity: 0 | 1 | 2 | 3 | 4,
  every: Interval = "PT1M",
  operator: Operator = Operator.GreaterThan,
): BaselineAlert => ({
  service,
  metric,
  operator,
  threshold,
  aggregation,
  window: "PT5M",
  every,
  severity: severityNames[severity] ?? "Sev3",
});

const models = "Microsoft.CognitiveServices/accounts";
const search = "Microsoft.Search/searchServices";
const vault = "Microsoft.KeyVault/vaults";
const events = "Microsoft.EventGrid/systemTopics";

/** The baseline's alerts on the services of an AI assistant, as published, without any dimension. */
export const baselineAlerts: readonly BaselineAlert[] = [
  over(models, "TotalCalls", 5000, "Total", 3),
  over(models, "TotalErrors", 5, "Total", 2),
  over(models, "Latency", 90, "Average", 2),
  over(models, "SuccessRate", 99.9, "Average", 3, "PT1M", Operator.LessThan),
  over(models, "ServerErrors", 0, "Total", 3),
  over(models, "TokenTransaction", 180_000, "Total", 2),
  over(models, "BlockedCalls", 0, "Total", 2),
  over(models, "ClientErrors", 0, "Total", 1),
  over(models, "AzureOpenAIContextTokensCacheMatchRate", 75, "Average", 2),
  over(models, "AzureOpenAIProvisionedManagedUtilizationV2", 80, "Average", 2),
  over(models, "AzureOpenAITimeToResponse", 200, "Average", 2),
  over(search, "SearchLatency", 5, "Average", 3),
  over(search, "ThrottledSearchQueriesPercentage", 10, "Average", 3),
  over(vault, "Availability", 90, "Average", 1, "PT1M", Operator.LessThan),
  over(vault, "SaturationShoebox", 75, "Average", 1),
  over(vault, "ServiceApiLatency", 1000, "Average", 3, "PT5M"),
  over(vault, "ServiceApiHit", 80, "Average", 3, "PT5M", Operator.GreaterThanOrEqual),
  over(events, "PublishFailCount", 0, "Total", 0),
  over(events, "DeliveryAttemptFailCount", 0, "Total", 3),
  over(events, "DeadLetteredCount", 0, "Total", 3),
];

/** The same as rules, with a receiver for every severity. */
export function baselineRules(): ThresholdRule[] {
  return baselineAlerts.map(({ service, metric, operator, threshold, aggregation, window, every, severity }) => ({
    name: metric,
    alert: metric,
    kind: "metric",
    severity,
    receivers: [severity],
    scope: [],
    signal: { kind: "metric", service, metric, aggregation, dimensions: [] },
    operator,
    threshold,
    window: minutesOf[window],
    every: minutesOf[every],
    delay: parameters.delays.metrics,
    state: { failing: 1, of: 1, autoMitigate: true, healthyToResolve: HEALTHY_TO_RESOLVE_METRIC },
  }));
}
