import { logAlert } from "../log-alert";
import { metricAlert } from "../metric-alert";

const service = "Microsoft.CognitiveServices/accounts";

/** Does the deployment answer at all? Only 5xx lowers this metric; throttling has alerts of its own. */
export const modelUnavailable = metricAlert({
  id: "model-unavailable",
  asks: "Does each model deployment answer without server errors?",
  service,
  metric: "AzureOpenAIAvailabilityRate",
  aggregation: "Average",
  splitBy: ["ModelDeploymentName"],
  fires: {
    under: { sandbox: 90, dev: 90, test: 95, prod: 99 },
    because: "99 % is where the community's Foundry health model calls a deployment degraded, 95 % unhealthy",
  },
  unit: "percent of calls",
  window: "PT15M",
  every: "PT5M",
  severity: { sandbox: "Sev4", dev: "Sev4", test: "Sev3", prod: "Sev1" },
  noData: "quiet",
  runbook: "model-unavailable",
  requirements: ["OE-R3", "OE-R10"],
  needsTraffic: true,
});

/** The fast one: a count per deployment, straight from the metric. */
export const modelCallersTurnedAway = metricAlert({
  id: "model-callers-turned-away",
  asks: "Are callers of a deployment turned away for lack of quota?",
  service,
  metric: "AzureOpenAIRequests",
  aggregation: "Total",
  where: { StatusCode: ["429"] },
  splitBy: ["ModelDeploymentName"],
  fires: {
    over: { sandbox: 200, dev: 200, test: 50, prod: 20 },
    because: "the SDKs retry a 429 by themselves; 20 in five minutes is more than retries hide; judgement",
  },
  unit: "requests answered 429",
  window: "PT5M",
  every: "PT1M",
  severity: { sandbox: "Sev4", dev: "Sev4", test: "Sev3", prod: "Sev1" },
  noData: "quiet",
  runbook: "quota-exhaustion",
  requirements: ["OE-R4"],
  needsTraffic: true,
});

/**
 * The share that the count cannot give: a metric alert has no division, so it comes from the request log. Some calls
 * write two rows, which changes a share little. Below 20 calls a share says nothing. The deployment is a key of
 * `properties_s`, seen in practice and not documented, in a column that exists once the first log has arrived.
 */
export const modelTurnedAwayShare = logAlert({
  id: "model-turned-away-share",
  asks: "What share of all calls is turned away for lack of quota?",
  service,
  query: `AzureDiagnostics
| where ResourceProvider == "MICROSOFT.COGNITIVESERVICES" and Category == "RequestResponse"
| where _ResourceId =~ "{resourceId}"
| extend Deployment = tostring(parse_json(column_ifexists("properties_s", "")).modelDeploymentName)
| summarize Calls = count(), TurnedAway = countif(ResultSignature == "429") by Deployment
| where Calls >= 20
| extend SharePercent = 100.0 * TurnedAway / Calls
| project Deployment, SharePercent`,
  measure: "SharePercent",
  aggregation: "Maximum",
  splitBy: ["Deployment"],
  fires: {
    over: { sandbox: 50, dev: 50, test: 20, prod: 5 },
    because: "one call in twenty over fifteen minutes spends a 99.5 % objective ten times too fast",
  },
  unit: "percent of calls",
  window: "PT15M",
  every: "PT5M",
  severity: { sandbox: "Sev4", dev: "Sev4", test: "Sev3", prod: "Sev2" },
  noData: "quiet",
  runbook: "quota-exhaustion",
  requirements: ["OE-R3", "OE-R4"],
  needsTraffic: true,
});

/** Successful calls only: a refusal is fast and would hide slowness. Standard deployments may not report it. */
export const modelSlowToRespond = metricAlert({
  id: "model-slow-to-respond",
  asks: "How long until a deployment sends its first byte?",
  service,
  metric: "AzureOpenAITimeToResponse",
  aggregation: "Average",
  where: { StatusCode: ["200"] },
  splitBy: ["ModelDeploymentName"],
  fires: {
    over: { sandbox: 20_000, dev: 20_000, test: 10_000, prod: 5_000 },
    because:
      "people leave a chat that is silent for five seconds; the published baseline's 200 ms fires all day; judgement",
  },
  unit: "milliseconds",
  window: "PT15M",
  every: "PT5M",
  severity: { sandbox: "Sev4", dev: "Sev4", test: "Sev3", prod: "Sev2" },
  noData: "quiet",
  runbook: "model-latency",
  requirements: ["OE-R3"],
  needsTraffic: true,
});

/** Grows with the answer's length: read it beside the token metrics. */
export const modelSlowToFinish = metricAlert({
  id: "model-slow-to-finish",
  asks: "How long until a deployment has sent its last token?",
  service,
  metric: "AzureOpenAITTLTInMS",
  aggregation: "Average",
  splitBy: ["ModelDeploymentName"],
  fires: {
    over: { sandbox: 60_000, dev: 60_000, test: 20_000, prod: 10_000 },
    because: "10 s is where the community's Foundry health model calls a deployment unhealthy",
  },
  unit: "milliseconds",
  window: "PT15M",
  every: "PT5M",
  severity: { sandbox: "Sev4", dev: "Sev4", test: "Sev3", prod: "Sev2" },
  noData: "quiet",
  runbook: "model-latency",
  requirements: ["OE-R3"],
  needsTraffic: true,
});

export const provisionedThroughputSaturated = metricAlert({
  id: "provisioned-throughput-saturated",
  asks: "Does a provisioned deployment still have headroom?",
  service,
  metric: "AzureOpenAIProvisionedManagedUtilizationV2",
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
  severity: { sandbox: "Sev4", dev: "Sev4", test: "Sev3", prod: "Sev2" },
  noData: "quiet",
  runbook: "provisioned-throughput-saturated",
  requirements: ["OE-R4"],
  needsTraffic: true,
});

export const contentFilterSpike = metricAlert({
  id: "content-filter-spike",
  asks: "Does the content filter block far more than usual?",
  service,
  metric: "RAIRejectedRequests",
  aggregation: "Total",
  splitBy: ["ModelDeploymentName", "Category"],
  fires: {
    over: { sandbox: 200, dev: 200, test: 100, prod: 20 },
    because:
      "the community's Foundry health model calls 10 in fifteen minutes unhealthy; twice that, so that one curious user does not raise it",
  },
  unit: "blocked requests",
  window: "PT15M",
  every: "PT5M",
  severity: { sandbox: "Sev4", dev: "Sev4", test: "Sev4", prod: "Sev2" },
  noData: "quiet",
  runbook: "content-filter-spike",
  requirements: ["OE-R10", "OE-R15"],
  needsTraffic: true,
});
