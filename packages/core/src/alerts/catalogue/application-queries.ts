/**
 * Shares and percentiles of what a service measures of itself. Each row of Application Insights stands for `ItemCount`
 * events, because sampling leaves the others out. Below 20 events a share says nothing.
 */

/**
 * Requests that a service has answered 5xx, by service, less the square root of their number: about what chance adds to
 * it. Without that, a share a little under the threshold crosses it again and again where requests are few; with many,
 * the difference is small.
 */
export const failedRequestShare = `AppRequests
| where _ResourceId =~ "{resourceId}"
| summarize Calls = sum(ItemCount), Failed = sumif(ItemCount, ResultCode startswith "5") by Service = AppRoleName
| where Calls >= 20
| extend SharePercent = 100.0 * (Failed - sqrt(Failed)) / Calls
| project Service, SharePercent`;

export const slowestRequests = `AppRequests
| where _ResourceId =~ "{resourceId}"
| summarize Calls = sum(ItemCount), P95 = percentile(DurationMs, 95) by Service = AppRoleName
| where Calls >= 20
| project Service, P95`;

/** Calls of other services that failed, by whom was called. */
export const failedDependencyShare = `AppDependencies
| where _ResourceId =~ "{resourceId}" and isnotempty(Target)
| summarize Calls = sum(ItemCount), Failed = sumif(ItemCount, Success == false) by Target
| where Calls >= 20
| extend SharePercent = 100.0 * Failed / Calls
| project Target, SharePercent`;

/** Calls of models with the attributes of OpenTelemetry's conventions for generative AI; on Azure, the model asked for is the deployment. */
const modelCalls = `AppDependencies
| where _ResourceId =~ "{resourceId}" and isnotempty(tostring(Properties["gen_ai.operation.name"]))
| extend Deployment = tostring(Properties["gen_ai.request.model"])`;

export const failedModelCallShare = `${modelCalls}
| summarize Calls = sum(ItemCount), Failed = sumif(ItemCount, Success == false) by Deployment
| where Calls >= 20
| extend SharePercent = 100.0 * Failed / Calls
| project Deployment, SharePercent`;

export const slowestModelCalls = `${modelCalls}
| summarize Calls = sum(ItemCount), P95 = percentile(DurationMs, 95) by Deployment
| where Calls >= 20
| project Deployment, P95`;

/** Successful calls of models that do not say which deployment answered or how many tokens it took. */
export const untracedModelCallShare = `${modelCalls}
| where Success == true
| extend Untraced = isempty(Deployment) or isempty(tostring(Properties["gen_ai.usage.input_tokens"]))
| summarize Calls = sum(ItemCount), Missing = sumif(ItemCount, Untraced) by Service = AppRoleName
| where Calls >= 20
| extend SharePercent = 100.0 * Missing / Calls
| project Service, SharePercent`;

/** When a service last sent anything. */
const lastTelemetry = `union isfuzzy=true
    (datatable(TimeGenerated: datetime, _ResourceId: string) []),
    (AppMetrics | project TimeGenerated, _ResourceId),
    (AppRequests | project TimeGenerated, _ResourceId),
    (AppDependencies | project TimeGenerated, _ResourceId)
| where _ResourceId =~ "{resourceId}"
| summarize Last = max(TimeGenerated)`;

/** Nothing comes back where nothing was sent within the two days that a log alert can look back. */
export const minutesSinceTelemetry = `${lastTelemetry}
| where isnotnull(Last)
| project MinutesSince = (now() - Last) / 1m`;

/** One row always comes back, so that silence counts. */
export const hoursSinceTelemetry = `${lastTelemetry}
| project HoursSince = iff(isnull(Last), 48.0, (now() - Last) / 1h)`;
