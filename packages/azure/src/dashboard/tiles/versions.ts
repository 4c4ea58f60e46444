import type { Section } from "../tile";

export const versionsSection: Section = {
  title: "Deployments",
  tiles: [
    {
      source: "logs",
      id: "model-versions",
      title: "Which model answers",
      asks: "Which version of which model serves each deployment, and since when?",
      visualization: "table",
      query: `AzureDiagnostics
| where ResourceProvider == "MICROSOFT.COGNITIVESERVICES" and Category == "RequestResponse"
| extend Request = parse_json(properties_s)
| summarize First = min(TimeGenerated), Last = max(TimeGenerated), Calls = count(), Failed = countif(toint(ResultSignature) >= 500) by Deployment = tostring(Request.modelDeploymentName), Model = tostring(Request.modelName), Version = tostring(Request.modelVersion)
| order by Deployment asc, Last desc`,
    },
    {
      source: "logs",
      id: "service-versions",
      title: "Which release serves",
      asks: "Which releases of the service answer, and how well?",
      visualization: "table",
      query: `AppRequests
| summarize First = min(TimeGenerated), Last = max(TimeGenerated), Requests = sum(ItemCount), Failed = sumif(ItemCount, Success == false), P95 = percentile(DurationMs, 95) by AppRoleName, AppVersion
| extend FailedPercent = round(100.0 * Failed / Requests, 2)
| order by First desc`,
    },
  ],
};
