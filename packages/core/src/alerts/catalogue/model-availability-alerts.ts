import { metricAlert } from "../metric-alert";
import { isDown, tellsTheTeam, wakesSomebody } from "./urgency";

const service = "Microsoft.CognitiveServices/accounts";

/**
 * Only 5xx lowers this metric; throttling has alerts of its own. A rate of few calls says nothing, and a metric alert
 * knows no minimum of calls, so that accounts with low traffic have their failures counted instead.
 */
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
  appliesWhen: { hasOpenAiModels: true, hasLowTraffic: false },
});

export const otherModelUnavailable = metricAlert({
  ...unavailable,
  id: "other-model-unavailable",
  metric: "ModelAvailabilityRate",
  appliesWhen: { hasOtherModels: true, hasLowTraffic: false },
});

/** Looks every minute, because a quarter of an hour's average is too late for what everybody notices. */
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
  appliesWhen: { hasOpenAiModels: true, hasLowTraffic: false },
});

export const otherModelDown = metricAlert({
  ...down,
  id: "other-model-down",
  metric: "ModelAvailabilityRate",
  appliesWhen: { hasOtherModels: true, hasLowTraffic: false },
});

/**
 * In place of the rates where calls are few: there the number of failures is what an accident does not reach and an
 * outage does. Over half an hour, so that enough calls come together at night.
 */
const failingAtLowTraffic = {
  ...unavailable,
  asks: "Do the few calls of a model deployment end in server errors?",
  aggregation: "Total",
  where: { StatusCode: ["500", "502", "503", "504"] },
  fires: {
    over: { sandbox: 30, dev: 30, test: 10, prod: 3 },
    because:
      "the SDKs try a call three times, so that a fourth failure is somebody else's; at 20 calls a minute, chance gives four in half an hour less than once a year",
  },
  unit: "calls answered 5xx",
  window: "PT30M",
  every: "PT1M",
} as const;

export const modelFailingAtLowTraffic = metricAlert({
  ...failingAtLowTraffic,
  id: "model-failing-at-low-traffic",
  metric: "AzureOpenAIRequests",
  appliesWhen: { hasOpenAiModels: true, hasLowTraffic: true },
});

export const otherModelFailingAtLowTraffic = metricAlert({
  ...failingAtLowTraffic,
  id: "other-model-failing-at-low-traffic",
  metric: "ModelRequests",
  appliesWhen: { hasOtherModels: true, hasLowTraffic: true },
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
