import { logAlert } from "../log-alert";
import { metricAlert } from "../metric-alert";
import { slowestCalls } from "./queries";
import { canWait, tellsTheTeam } from "./urgency";

const service = "Microsoft.CognitiveServices/accounts";

/** What the latency alerts share. Standard deployments may not report all of these metrics; then they stay quiet. */
const latency = {
  service,
  aggregation: "Average",
  splitBy: ["ModelDeploymentName"],
  window: "PT15M",
  every: "PT5M",
  noData: "quiet",
  runbook: "model-latency",
  requirements: ["OE-R3"],
  needsTraffic: true,
} as const;

/** Successful calls only: a refusal is fast and would hide slowness. */
const slowToRespond = {
  ...latency,
  asks: "How long until a deployment sends its first byte?",
  where: { StatusCode: ["200"] },
  fires: {
    over: { sandbox: 20_000, dev: 20_000, test: 10_000, prod: 5_000 },
    because:
      "people leave a chat that is silent for five seconds; the published baseline's 200 ms fires all day; judgement",
  },
  unit: "milliseconds",
  severity: tellsTheTeam,
} as const;

export const modelSlowToRespond = metricAlert({
  ...slowToRespond,
  id: "model-slow-to-respond",
  metric: "AzureOpenAITimeToResponse",
  appliesWhen: { hasOpenAiModels: true },
});

export const otherModelSlowToRespond = metricAlert({
  ...slowToRespond,
  id: "other-model-slow-to-respond",
  metric: "TimeToResponse",
  appliesWhen: { hasOtherModels: true },
});

/** Grows with the answer's length: read it beside the token metrics. */
const slowToFinish = {
  ...latency,
  asks: "How long until a deployment has sent its last token?",
  fires: {
    over: { sandbox: 60_000, dev: 60_000, test: 20_000, prod: 10_000 },
    because: "10 s is where the community's Foundry health model calls a deployment unhealthy",
  },
  unit: "milliseconds",
  severity: tellsTheTeam,
} as const;

export const modelSlowToFinish = metricAlert({
  ...slowToFinish,
  id: "model-slow-to-finish",
  metric: "AzureOpenAITTLTInMS",
  appliesWhen: { hasOpenAiModels: true },
});

export const otherModelSlowToFinish = metricAlert({
  ...slowToFinish,
  id: "other-model-slow-to-finish",
  metric: "TimeToLastByte",
  appliesWhen: { hasOtherModels: true },
});

/** How an answer reads while it streams. Slowness that people see is in the alerts above; this one says where it is. */
const slowBetweenTokens = {
  ...latency,
  asks: "How long do people wait from one token of an answer to the next?",
  fires: {
    over: { sandbox: 500, dev: 500, test: 300, prod: 150 },
    because:
      "people read about five words a second, seven tokens: over 150 ms a token the answer is slower than they are",
  },
  unit: "milliseconds",
  severity: canWait,
} as const;

export const modelSlowBetweenTokens = metricAlert({
  ...slowBetweenTokens,
  id: "model-slow-between-tokens",
  metric: "AzureOpenAINormalizedTBTInMS",
  appliesWhen: { hasOpenAiModels: true },
});

export const otherModelSlowBetweenTokens = metricAlert({
  ...slowBetweenTokens,
  id: "other-model-slow-between-tokens",
  metric: "NormalizedTimeBetweenTokens",
  appliesWhen: { hasOtherModels: true, hasProvisionedThroughput: true },
});

/** For work that nobody reads along with: summaries, extraction, agents. */
const fewTokensPerSecond = {
  ...latency,
  asks: "How many tokens a second does a deployment produce for one call?",
  fires: {
    under: { sandbox: 2, dev: 2, test: 5, prod: 7 },
    because: "people read about seven tokens a second; judgement",
  },
  unit: "tokens per second",
  severity: canWait,
} as const;

export const modelFewTokensPerSecond = metricAlert({
  ...fewTokensPerSecond,
  id: "model-few-tokens-per-second",
  metric: "AzureOpenAITokenPerSecond",
  appliesWhen: { hasOpenAiModels: true },
});

export const otherModelFewTokensPerSecond = metricAlert({
  ...fewTokensPerSecond,
  id: "other-model-few-tokens-per-second",
  metric: "TokensPerSecond",
  appliesWhen: { hasOtherModels: true, hasProvisionedThroughput: true },
});

/** Platform metrics give averages only; the slow tail is in the request log. */
export const modelSlowTail = logAlert({
  id: "model-slow-tail",
  asks: "How long do the slowest five of a hundred calls of a deployment take?",
  service,
  query: slowestCalls,
  measure: "P95",
  aggregation: "Maximum",
  splitBy: ["Deployment"],
  fires: {
    over: { sandbox: 120_000, dev: 120_000, test: 60_000, prod: 30_000 },
    because: "many gateways and browsers give up after 30 seconds; judgement",
  },
  unit: "milliseconds",
  window: "PT30M",
  every: "PT15M",
  severity: tellsTheTeam,
  noData: "quiet",
  runbook: "model-latency",
  requirements: ["OE-R3"],
  needsTraffic: true,
});
