import type { Section } from "../tile";
import { byDeployment } from "./by-deployment";

const usage = "Azure OpenAI - Usage";

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
    byDeployment({
      id: "prompt-cache",
      title: "Prompt tokens found in the cache (percent)",
      asks: "Does the prompt cache still save provisioned throughput?",
      category: usage,
      metric: "AzureOpenAIContextTokensCacheMatchRate",
      aggregation: "Average",
    }),
    {
      source: "logs",
      id: "turned-away",
      title: "Turned away for lack of quota, by deployment (percent)",
      asks: "What share of calls is answered 429?",
      visualization: "timechart",
      chart: { value: "TurnedAwayPercent", type: "real", splitBy: "Deployment" },
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
