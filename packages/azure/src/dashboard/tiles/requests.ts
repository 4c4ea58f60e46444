import type { Section } from "../tile";

/** Application Insights samples; one entry stands for `ItemCount` requests. */
export const requestsSection: Section = {
  title: "Traffic, latency and errors of the service",
  tiles: [
    {
      source: "logs",
      id: "requests",
      title: "Requests per five minutes",
      asks: "How much is the service used?",
      visualization: "timechart",
      chart: { value: "Requests", type: "long", splitBy: "AppRoleName" },
      query: `AppRequests
| summarize Requests = sum(ItemCount) by bin(TimeGenerated, 5m), AppRoleName
| order by TimeGenerated asc`,
    },
    {
      source: "logs",
      id: "request-latency",
      title: "Response time, median and 95th percentile (ms)",
      asks: "How long do users wait?",
      visualization: "timechart",
      chart: { value: "P95", type: "real" },
      query: `AppRequests
| summarize Median = percentile(DurationMs, 50), P95 = percentile(DurationMs, 95) by bin(TimeGenerated, 5m)
| order by TimeGenerated asc`,
    },
    {
      source: "logs",
      id: "request-failures",
      title: "Failed requests (percent)",
      asks: "What share of requests fails?",
      visualization: "timechart",
      chart: { value: "FailedPercent", type: "real" },
      query: `AppRequests
| summarize Requests = sum(ItemCount), Failed = sumif(ItemCount, Success == false) by bin(TimeGenerated, 5m)
| project TimeGenerated, FailedPercent = round(100.0 * Failed / Requests, 2)
| order by TimeGenerated asc`,
    },
    {
      source: "logs",
      id: "dependency-failures",
      title: "Failed calls to other services",
      asks: "Which service that this one depends on lets it down?",
      visualization: "table",
      query: `AppDependencies
| summarize Calls = sum(ItemCount), Failed = sumif(ItemCount, Success == false), P95 = percentile(DurationMs, 95) by Target, DependencyType
| where Failed > 0
| extend FailedPercent = round(100.0 * Failed / Calls, 2)
| order by Failed desc`,
    },
    {
      source: "logs",
      id: "exceptions",
      title: "Exceptions",
      asks: "What goes wrong inside the service?",
      visualization: "table",
      wide: true,
      query: `AppExceptions
| summarize Times = sum(ItemCount), Last = max(TimeGenerated) by ExceptionType, OuterMessage, AppRoleName
| order by Times desc
| take 50`,
    },
  ],
};
