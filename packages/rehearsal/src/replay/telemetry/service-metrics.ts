import { Lever } from "./levers";

/** A metric whose values need no model of their own: a share of the traffic, or a level that wanders. */
export interface ServiceMetric {
  /** The resource type. */
  type: string;
  metric: string;
  dimensions: Readonly<Record<string, string>>;
  /** Events a minute as a share of the traffic, one sample a minute of how many they were, or a gauge. */
  kind: "events" | "rate" | "gauge";
  /** The usual share of the traffic, or the usual level. */
  usual: number;
  /** How far a gauge wanders around its level. */
  deviation?: number;
  /** What adds to the share or the level. */
  lever?: Lever;
}

const gateway = "Microsoft.ApiManagement/service";
const endpoint = "Microsoft.MachineLearningServices/workspaces/onlineEndpoints";
const agents = "Microsoft.CognitiveServices/accounts/projects";

/** Services beside the models, the search and the vault. The levels are judgements of a service in good health. */
export const serviceMetrics: readonly ServiceMetric[] = [
  {
    type: gateway,
    metric: "Requests",
    dimensions: { ApiId: "assistant", GatewayResponseCode: "200", GatewayResponseCodeCategory: "2xx" },
    kind: "events",
    usual: 1,
  },
  {
    type: gateway,
    metric: "Requests",
    dimensions: { ApiId: "assistant", GatewayResponseCode: "503", GatewayResponseCodeCategory: "5xx" },
    kind: "events",
    usual: 0.0003,
    lever: Lever.GatewayErrors,
  },
  {
    type: gateway,
    metric: "Requests",
    dimensions: { ApiId: "assistant", GatewayResponseCode: "429", GatewayResponseCodeCategory: "4xx" },
    kind: "events",
    usual: 0.002,
  },
  {
    type: gateway,
    metric: "Capacity",
    dimensions: { Location: "primary" },
    kind: "gauge",
    usual: 35,
    deviation: 6,
    lever: Lever.GatewayLoad,
  },
  {
    type: gateway,
    metric: "CpuPercent_Gateway",
    dimensions: {},
    kind: "gauge",
    usual: 30,
    deviation: 6,
    lever: Lever.GatewayLoad,
  },
  {
    type: gateway,
    metric: "MemoryPercent_Gateway",
    dimensions: {},
    kind: "gauge",
    usual: 45,
    deviation: 3,
    lever: Lever.GatewayLoad,
  },
  {
    type: endpoint,
    metric: "RequestsPerMinute",
    dimensions: { deployment: "blue", statusCode: "200", statusCodeClass: "2xx" },
    kind: "rate",
    usual: 1,
  },
  {
    type: endpoint,
    metric: "RequestsPerMinute",
    dimensions: { deployment: "blue", statusCode: "502", statusCodeClass: "5xx" },
    kind: "rate",
    usual: 0.0003,
    lever: Lever.EndpointErrors,
  },
  {
    type: endpoint,
    metric: "RequestLatency_P95",
    dimensions: { deployment: "blue" },
    kind: "gauge",
    usual: 600,
    deviation: 60,
    lever: Lever.EndpointSlowness,
  },
  {
    type: agents,
    metric: "AgentRuns",
    dimensions: { AgentId: "claims", RunStatus: "completed" },
    kind: "events",
    usual: 0.3,
  },
  {
    type: agents,
    metric: "AgentRuns",
    dimensions: { AgentId: "claims", RunStatus: "failed" },
    kind: "events",
    usual: 0.0006,
    lever: Lever.AgentFailures,
  },
  {
    type: agents,
    metric: "AgentResponses",
    dimensions: { AgentId: "claims", ResponseStatus: "failed" },
    kind: "events",
    usual: 0.0006,
    lever: Lever.AgentFailures,
  },
  {
    type: "Microsoft.OperationalInsights/workspaces",
    metric: "Ingestion Time",
    dimensions: { "Table Name": "AppRequests" },
    kind: "gauge",
    usual: 110,
    deviation: 25,
    lever: Lever.IngestionDelay,
  },
  {
    type: "Microsoft.Search/searchServices",
    metric: "DocumentsProcessedCount",
    dimensions: { Failed: "false", IndexerName: "claims", DataSourceName: "claims", IndexName: "claims" },
    kind: "events",
    usual: 0.4,
  },
  {
    type: "Microsoft.Search/searchServices",
    metric: "DocumentsProcessedCount",
    dimensions: { Failed: "true", IndexerName: "claims", DataSourceName: "claims", IndexName: "claims" },
    kind: "events",
    usual: 0,
    lever: Lever.DocumentsFailing,
  },
  {
    type: "Microsoft.Search/searchServices",
    metric: "SkillExecutionCount",
    dimensions: { Failed: "true", SkillName: "vectors", SkillsetName: "claims" },
    kind: "events",
    usual: 0,
    lever: Lever.DocumentsFailing,
  },
  {
    type: "Microsoft.Search/searchServices",
    metric: "IndexStorageUsage",
    dimensions: { IndexName: "claims" },
    kind: "gauge",
    usual: 8e9,
    deviation: 2e7,
    lever: Lever.IndexGrowth,
  },
  {
    type: "Microsoft.Search/searchServices",
    metric: "IndexVectorUsage",
    dimensions: { IndexName: "claims" },
    kind: "gauge",
    usual: 2e9,
    deviation: 1e7,
    lever: Lever.IndexGrowth,
  },
];
