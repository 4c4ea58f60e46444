import type { MetricTile, Section } from "../tile";

const requests = "Azure OpenAI - HTTP Requests";
const latency = "Azure OpenAI - Latency";
const usage = "Azure OpenAI - Usage";

/** A line for each deployment: only metrics know deployments, diagnostic settings lose them on the way to the logs. */
function byDeployment(
  tile: Pick<MetricTile, "id" | "title" | "asks" | "category" | "metric" | "aggregation">,
): MetricTile {
  return {
    source: "metrics",
    service: "Microsoft.CognitiveServices/accounts",
    splitBy: "ModelDeploymentName",
    ...tile,
  };
}

export const modelsSection: Section = {
  title: "Models: traffic, latency and errors",
  tiles: [
    byDeployment({
      id: "model-requests",
      title: "Calls by deployment",
      asks: "How much is each deployment used?",
      category: requests,
      metric: "AzureOpenAIRequests",
      aggregation: "Total",
    }),
    {
      ...byDeployment({
        id: "model-answers",
        title: "Calls by status code",
        asks: "How many calls are turned away (429) or fail (5xx)?",
        category: requests,
        metric: "AzureOpenAIRequests",
        aggregation: "Total",
      }),
      splitBy: "StatusCode",
    },
    byDeployment({
      id: "model-availability",
      title: "Availability (percent)",
      asks: "Which deployment answers with server errors?",
      category: requests,
      metric: "AzureOpenAIAvailabilityRate",
      aggregation: "Average",
    }),
    byDeployment({
      id: "model-time-to-respond",
      title: "Time to the first byte (ms)",
      asks: "How long until an answer starts?",
      category: latency,
      metric: "AzureOpenAITimeToResponse",
      aggregation: "Average",
    }),
    byDeployment({
      id: "model-time-to-finish",
      title: "Time to the last token (ms)",
      asks: "How long until an answer is complete?",
      category: latency,
      metric: "AzureOpenAITTLTInMS",
      aggregation: "Average",
    }),
    byDeployment({
      id: "content-filtered",
      title: "Blocked by the content filter",
      asks: "Is somebody probing, or does the filter stop honest users?",
      category: "ContentSafety - Risks&Safety",
      metric: "RAIRejectedRequests",
      aggregation: "Total",
    }),
  ],
};

export const quotaSection: Section = {
  title: "Tokens and quota",
  tiles: [
    byDeployment({
      id: "tokens-in",
      title: "Prompt tokens by deployment",
      asks: "Who reads the most?",
      category: usage,
      metric: "ProcessedPromptTokens",
      aggregation: "Total",
    }),
    byDeployment({
      id: "tokens-out",
      title: "Generated tokens by deployment",
      asks: "Who writes the most?",
      category: usage,
      metric: "GeneratedTokens",
      aggregation: "Total",
    }),
    byDeployment({
      id: "provisioned-utilization",
      title: "Provisioned throughput in use (percent)",
      asks: "How close is a provisioned deployment to turning callers away?",
      category: usage,
      metric: "AzureOpenAIProvisionedManagedUtilizationV2",
      aggregation: "Maximum",
    }),
    {
      source: "logs",
      id: "turned-away",
      title: "Turned away for lack of quota, by deployment (percent)",
      asks: "What share of calls is answered 429?",
      visualization: "timechart",
      query: `AzureDiagnostics
| where ResourceProvider == "MICROSOFT.COGNITIVESERVICES" and Category == "RequestResponse"
| extend Deployment = tostring(parse_json(properties_s).modelDeploymentName)
| summarize Calls = count(), TurnedAway = countif(ResultSignature == "429") by bin(TimeGenerated, 15m), Deployment
| project TimeGenerated, Deployment, TurnedAwayPercent = round(100.0 * TurnedAway / Calls, 2)
| order by TimeGenerated asc`,
    },
    {
      source: "rest",
      id: "quota",
      title: "Quota in the ring's region (1 unit is 1,000 tokens a minute for most models)",
      asks: "How much of the subscription's quota is given to deployments?",
      wide: true,
      method: "GET",
      path: "{subscriptionId}/providers/Microsoft.CognitiveServices/locations/{location}/usages",
      apiVersion: "2024-10-01",
      rows: "$.value[?(@.currentValue > 0)]",
      columns: { Quota: "$.name.value", Given: "$.currentValue", Limit: "$.limit" },
    },
  ],
};
