import { ingestionLags } from "./ingestion-lag";
import { IndicatorSource, type IndicatorSourceRow, RequestOutcome } from "./source";

const { ServerError, Throttled, Filtered, ClientError } = RequestOutcome;

/** The columns that every source of requests gives; the empty table keeps a query valid before the first event. */
const noRequests =
  "(datatable(TimeGenerated: datetime, Role: string, Name: string, Weight: long, Code: int, Answered: bool, Filtered: bool, DurationMs: real) [])";

const noEvaluations = "(datatable(TimeGenerated: datetime, Role: string, Name: string, Weight: long, Score: real) [])";

const rows: readonly IndicatorSourceRow[] = [
  {
    id: IndicatorSource.Requests,
    title: "Requests to the service (Application Insights, OpenTelemetry)",
    tables: ["AppRequests"],
    needs: "the service sends its requests to the ring's Application Insights; availability tests do not count",
    names: "operations, as AppRequests names them",
    sees: [ServerError, Throttled, ClientError],
    hasRole: true,
    lag: ingestionLags.telemetry,
    events: `union isfuzzy=true
    ${noRequests},
    (AppRequests
    | where isempty(SyntheticSource)
    | project TimeGenerated, Role = AppRoleName, Name, Weight = tolong(ItemCount), Code = toint(coalesce(toint(ResultCode), iff(Success, 200, int(null)))), Answered = Success or toint(ResultCode) >= 400, Filtered = false, DurationMs)`,
  },
  {
    id: IndicatorSource.ModelCalls,
    title: "Calls to models (OpenTelemetry's GenAI spans in Application Insights)",
    tables: ["AppDependencies"],
    needs: "the service traces its model calls by OpenTelemetry's conventions for generative AI",
    names: "models, as gen_ai.request.model names them",
    sees: [ServerError, Throttled, Filtered, ClientError],
    hasRole: true,
    lag: ingestionLags.telemetry,
    events: `union isfuzzy=true
    ${noRequests},
    (AppDependencies
    | where isnotempty(Properties["gen_ai.operation.name"])
    | extend Error = tostring(Properties["error.type"])
    | extend Code = toint(coalesce(iff(toint(ResultCode) >= 100, toint(ResultCode), int(null)), toint(Error), iff(Success, 200, int(null))))
    | project TimeGenerated, Role = AppRoleName, Name = tostring(Properties["gen_ai.request.model"]), Weight = tolong(ItemCount), Code, Answered = Success or Code >= 400, Filtered = tostring(Properties["gen_ai.response.finish_reasons"]) has "content_filter" or Error has "content_filter", DurationMs)`,
  },
  {
    id: IndicatorSource.Gateway,
    title: "Requests through API Management",
    tables: ["ApiManagementGatewayLogs"],
    needs: "the gateway's diagnostic setting sends GatewayLogs to the ring's workspace, in resource-specific tables",
    names: "APIs, by their ids",
    sees: [ServerError, Throttled, ClientError],
    hasRole: false,
    lag: ingestionLags.resourceLogs,
    events: `union isfuzzy=true
    ${noRequests},
    (ApiManagementGatewayLogs
    | project TimeGenerated, Role = "", Name = ApiId, Weight = 1, Code = ResponseCode, Answered = ResponseCode >= 100, Filtered = false, DurationMs = toreal(TotalTime))`,
  },
  {
    id: IndicatorSource.ModelRequests,
    title: "Requests to an Azure AI account (its diagnostic log)",
    tables: ["AzureDiagnostics"],
    needs: "the account's diagnostic setting sends RequestResponse to the ring's workspace, as AiProject's does",
    names: "model deployments; a key of properties_s that is seen in practice and not documented",
    sees: [ServerError, Throttled, ClientError],
    hasRole: false,
    lag: ingestionLags.resourceLogs,
    events: `union isfuzzy=true
    ${noRequests},
    (AzureDiagnostics
    | where ResourceProvider == "MICROSOFT.COGNITIVESERVICES" and Category == "RequestResponse"
    | project TimeGenerated, Role = "", Name = tostring(parse_json(column_ifexists("properties_s", "")).modelDeploymentName), Weight = 1, Code = toint(ResultSignature), Answered = toint(ResultSignature) >= 100, Filtered = false, DurationMs = toreal(DurationMs))`,
  },
  {
    id: IndicatorSource.Evaluations,
    title: "Scores of evaluators (OpenTelemetry's gen_ai.evaluation.result events in Application Insights)",
    tables: ["AppEvents", "AppTraces"],
    needs: "evaluators send their results by OpenTelemetry's conventions, as Foundry's continuous evaluation does",
    names: "evaluators, as gen_ai.evaluation.name names them",
    sees: [],
    hasRole: true,
    lag: ingestionLags.telemetry,
    events: `union isfuzzy=true
    ${noEvaluations},
    (AppEvents
    | where Name == "gen_ai.evaluation.result"
    | project TimeGenerated, Role = AppRoleName, Name = tostring(Properties["gen_ai.evaluation.name"]), Weight = tolong(ItemCount), Score = toreal(Properties["gen_ai.evaluation.score.value"])),
    (AppTraces
    | where Message == "gen_ai.evaluation.result" or tostring(Properties["event.name"]) == "gen_ai.evaluation.result"
    | project TimeGenerated, Role = AppRoleName, Name = tostring(Properties["gen_ai.evaluation.name"]), Weight = tolong(ItemCount), Score = toreal(Properties["gen_ai.evaluation.score.value"]))`,
  },
];

/** All sources by id. */
export const indicatorSources = Object.fromEntries(rows.map((row) => [row.id, row])) as Readonly<
  Record<IndicatorSource, IndicatorSourceRow>
>;
