import { metricAlert } from "../metric-alert";
import { isDown, tellsTheTeam, wakesSomebody } from "./urgency";

const service = "Microsoft.CognitiveServices/accounts";

/** Only 5xx lowers this metric; throttling has alerts of its own. */
const unavailable = {
  asks: "Does each model deployment answer without server errors?",
  service,
  aggregation: "Average",
  splitBy: ["ModelDeploymentName"],
  fires: {
    under: { sandbox: 80, dev: 80, test: 90, prod: 95 },
    because:
      "95 % is where the community's Foundry health model calls a deployment unhealthy; what is merely degraded, model-server-errors tells the team",
  },
  unit: "percent of calls",
  window: "PT15M",
  every: "PT5M",
  severity: wakesSomebody,
  noData: "quiet",
  runbook: "model-unavailable",
  requirements: ["OE-R3", "OE-R10"],
  needsTraffic: true,
} as const;

export const modelUnavailable = metricAlert({
  ...unavailable,
  id: "model-unavailable",
  metric: "AzureOpenAIAvailabilityRate",
  appliesWhen: { hasOpenAiModels: true },
});

export const otherModelUnavailable = metricAlert({
  ...unavailable,
  id: "other-model-unavailable",
  metric: "ModelAvailabilityRate",
  appliesWhen: { hasOtherModels: true },
});

/**
 * Looks every minute, because a quarter of an hour's average is too late for what everybody notices. A service with a
 * few calls an hour should switch it off: there a single failed call is all of five minutes' calls.
 */
const down = {
  ...unavailable,
  asks: "Is a model deployment down?",
  fires: {
    under: { sandbox: 20, dev: 20, test: 50, prod: 70 },
    because:
      "an outage that fails nine calls in ten is under it with the second minute that Azure shows, the fifth since it began, which is Sev0's time to acknowledge (docs/replay.md)",
  },
  window: "PT5M",
  every: "PT1M",
  severity: isDown,
} as const;

export const modelDown = metricAlert({
  ...down,
  id: "model-down",
  metric: "AzureOpenAIAvailabilityRate",
  appliesWhen: { hasOpenAiModels: true },
});

export const otherModelDown = metricAlert({
  ...down,
  id: "other-model-down",
  metric: "ModelAvailabilityRate",
  appliesWhen: { hasOtherModels: true },
});

/** Tells of what the rate hides: a busy deployment loses many calls before its rate falls. */
const serverErrors = {
  asks: "How many calls of a deployment end in a server error?",
  service,
  aggregation: "Total",
  where: { StatusCode: ["500", "502", "503", "504"] },
  splitBy: ["ModelDeploymentName"],
  fires: {
    over: { sandbox: 100, dev: 100, test: 50, prod: 20 },
    because:
      "the community's Foundry health model calls 5 in fifteen minutes unhealthy; four times that, because the SDKs repeat a failed call twice; judgement",
  },
  unit: "calls answered 5xx",
  window: "PT15M",
  every: "PT5M",
  severity: tellsTheTeam,
  noData: "quiet",
  runbook: "model-unavailable",
  requirements: ["OE-R3", "OE-R10"],
  needsTraffic: true,
} as const;

export const modelServerErrors = metricAlert({
  ...serverErrors,
  id: "model-server-errors",
  metric: "AzureOpenAIRequests",
  appliesWhen: { hasOpenAiModels: true },
});

export const otherModelServerErrors = metricAlert({
  ...serverErrors,
  id: "other-model-server-errors",
  metric: "ModelRequests",
  appliesWhen: { hasOtherModels: true },
});
