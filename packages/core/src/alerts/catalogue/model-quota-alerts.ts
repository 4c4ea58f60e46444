import { logAlert } from "../log-alert";
import { metricAlert } from "../metric-alert";
import { turnedAwayShare } from "./queries";
import { tellsTheTeam, wakesSomebody } from "./urgency";

const service = "Microsoft.CognitiveServices/accounts";

/**
 * The fast one: a count per deployment, straight from the metric. A deployment that spills over is left out, because
 * what it turns away is served by another one.
 */
const turnedAway = {
  asks: "Are callers of a deployment turned away for lack of quota?",
  service,
  aggregation: "Total",
  where: { StatusCode: ["429"] },
  splitBy: ["ModelDeploymentName"],
  spillover: "left-out",
  fires: {
    over: { sandbox: 200, dev: 200, test: 50, prod: 20 },
    because: "the SDKs retry a 429 by themselves; 20 in five minutes is more than retries hide; judgement",
  },
  unit: "requests answered 429",
  window: "PT5M",
  every: "PT1M",
  severity: wakesSomebody,
  noData: "quiet",
  runbook: "quota-exhaustion",
  requirements: ["OE-R4"],
  needsTraffic: true,
} as const;

export const modelCallersTurnedAway = metricAlert({
  ...turnedAway,
  id: "model-callers-turned-away",
  metric: "AzureOpenAIRequests",
  appliesWhen: { hasOpenAiModels: true },
});

export const otherModelCallersTurnedAway = metricAlert({
  ...turnedAway,
  id: "other-model-callers-turned-away",
  metric: "ModelRequests",
  appliesWhen: { hasOtherModels: true },
});

/** The share that the count cannot give: a metric alert has no division, so it comes from the request log. */
export const modelTurnedAwayShare = logAlert({
  id: "model-turned-away-share",
  asks: "What share of all calls is turned away for lack of quota?",
  service,
  query: turnedAwayShare(`isempty(Deployment) or Deployment !in (split("{spillingDeployments}", ","))`),
  measure: "SharePercent",
  aggregation: "Maximum",
  splitBy: ["Deployment"],
  spillover: "left-out",
  fires: {
    over: { sandbox: 50, dev: 50, test: 20, prod: 5 },
    because: "one call in twenty over fifteen minutes spends a 99.5 % objective ten times too fast",
  },
  unit: "percent of calls",
  window: "PT15M",
  every: "PT5M",
  severity: tellsTheTeam,
  noData: "quiet",
  runbook: "quota-exhaustion",
  requirements: ["OE-R3", "OE-R4"],
  needsTraffic: true,
});

/** Azure answers 429 on the full deployment and serves the call on the other one, so that the log holds both. */
export const spilloverShare = logAlert({
  id: "spillover-share",
  asks: "What share of a provisioned deployment's calls spills over to pay-as-you-go?",
  service,
  appliesWhen: { hasSpillover: true },
  query: turnedAwayShare(`Deployment in (split("{spillingDeployments}", ","))`),
  measure: "SharePercent",
  aggregation: "Maximum",
  splitBy: ["Deployment"],
  spillover: "only",
  fires: {
    over: { sandbox: 100, dev: 50, test: 40, prod: 20 },
    because:
      "peaks are what spillover is for; one call in five over an hour is paid twice and means too few provisioned units; judgement",
  },
  unit: "percent of calls",
  window: "PT1H",
  every: "PT15M",
  severity: tellsTheTeam,
  noData: "quiet",
  runbook: "provisioned-throughput-saturated",
  requirements: ["OE-R4", "OE-R13"],
  needsTraffic: true,
});
