import { metricAlert } from "../metric-alert";
import { canWait, tellsTheTeam } from "./urgency";

/** All metrics of agents are previews. Their status values are lower-case words in the REST API. */
const agents = {
  service: "Microsoft.CognitiveServices/accounts/projects",
  preview: true,
  aggregation: "Total",
  window: "PT15M",
  every: "PT5M",
  noData: "quiet",
  needsTraffic: true,
} as const;

export const agentRunsFailing = metricAlert({
  ...agents,
  id: "agent-runs-failing",
  asks: "Do runs of an agent fail?",
  metric: "AgentRuns",
  where: { RunStatus: ["failed", "Failed", "expired", "Expired"] },
  splitBy: ["AgentId"],
  fires: {
    over: { sandbox: 50, dev: 50, test: 20, prod: 10 },
    because: "a run is a whole conversation's turn with its tools, and is not repeated by itself; judgement",
  },
  unit: "failed runs",
  severity: tellsTheTeam,
  runbook: "agent-runs-failing",
  requirements: ["OE-R3", "OE-R11"],
});

export const agentResponsesFailing = metricAlert({
  ...agents,
  id: "agent-responses-failing",
  asks: "Do responses of an agent fail?",
  metric: "AgentResponses",
  where: { ResponseStatus: ["failed", "Failed"] },
  splitBy: ["AgentId"],
  fires: { over: { sandbox: 50, dev: 50, test: 20, prod: 10 }, because: "as for runs; judgement" },
  unit: "failed responses",
  severity: tellsTheTeam,
  runbook: "agent-runs-failing",
  requirements: ["OE-R3", "OE-R11"],
});

export const agentStoreThrottled = metricAlert({
  ...agents,
  id: "agent-store-throttled",
  asks: "Does the database that keeps the agents' conversations turn calls away?",
  metric: "CosmosDbThrottledRequests",
  splitBy: ["DatabaseName", "ContainerName"],
  fires: {
    over: { sandbox: 500, dev: 500, test: 200, prod: 100 },
    because: "Cosmos DB's clients repeat a throttled call by themselves; a hundred are more than they hide; judgement",
  },
  unit: "requests answered 429",
  severity: canWait,
  runbook: "cosmos-throttled",
  requirements: ["OE-R4", "OE-R11"],
});

export const agentFilesNotIndexed = metricAlert({
  ...agents,
  id: "agent-files-not-indexed",
  asks: "Do files that agents should know fail to be indexed?",
  metric: "AgentUsageIndexedFiles",
  where: { Status: ["failed", "Failed"] },
  splitBy: ["VectorStoreId"],
  fires: {
    over: { sandbox: 50, dev: 50, test: 10, prod: 0 },
    because: "an agent answers without a file that it does not know, and nobody sees it",
  },
  unit: "files",
  severity: canWait,
  runbook: "vector-index-corruption",
  requirements: ["OE-R3", "OE-R11"],
});
