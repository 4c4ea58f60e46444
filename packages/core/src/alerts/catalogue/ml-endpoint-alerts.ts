import { logAlert } from "../log-alert";
import { metricAlert } from "../metric-alert";
import { canWait, tellsTheTeam, wakesSomebody } from "./urgency";

const endpoint = {
  service: "Microsoft.MachineLearningServices/workspaces/onlineEndpoints",
  aggregation: "Average",
  splitBy: ["deployment"],
  window: "PT15M",
  every: "PT5M",
  noData: "quiet",
  needsTraffic: true,
} as const;

/** The share that the metric's rate cannot give. */
export const mlEndpointFailingShare = logAlert({
  ...endpoint,
  id: "ml-endpoint-failing-share",
  asks: "What share of an online endpoint's calls ends in a server error?",
  query: `AmlOnlineEndpointTrafficLog
| where _ResourceId =~ "{resourceId}"
| summarize Calls = count(), Failed = countif(ResponseCode >= 500) by Deployment = DeploymentName
| where Calls >= 20
| extend SharePercent = 100.0 * Failed / Calls
| project Deployment, SharePercent`,
  measure: "SharePercent",
  aggregation: "Maximum",
  splitBy: ["Deployment"],
  fires: {
    over: { sandbox: 50, dev: 50, test: 20, prod: 5 },
    because: "one call in twenty over fifteen minutes spends a 99.5 % objective ten times too fast",
  },
  unit: "percent of calls",
  severity: wakesSomebody,
  runbook: "ml-endpoint-errors",
  requirements: ["OE-R3", "OE-R10"],
});

export const mlEndpointErrors = metricAlert({
  ...endpoint,
  id: "ml-endpoint-errors",
  asks: "How many calls of an online endpoint's deployment end in a server error?",
  metric: "RequestsPerMinute",
  where: { statusCodeClass: ["5xx"] },
  fires: {
    over: { sandbox: 20, dev: 20, test: 10, prod: 2 },
    because: "two a minute for a quarter of an hour are no accident; judgement",
  },
  unit: "calls answered 5xx a minute",
  severity: tellsTheTeam,
  runbook: "ml-endpoint-errors",
  requirements: ["OE-R3", "OE-R10"],
});

export const mlEndpointTurnedAway = metricAlert({
  ...endpoint,
  id: "ml-endpoint-turned-away",
  asks: "Are callers of an online endpoint turned away because its instances are busy?",
  metric: "RequestsPerMinute",
  where: { statusCode: ["429"] },
  fires: {
    over: { sandbox: 50, dev: 50, test: 20, prod: 5 },
    because: "an endpoint answers 429 when every instance has its most concurrent calls; judgement",
  },
  unit: "calls answered 429 a minute",
  severity: tellsTheTeam,
  runbook: "ml-capacity",
  requirements: ["OE-R4"],
});

export const mlEndpointSlow = metricAlert({
  ...endpoint,
  id: "ml-endpoint-slow",
  asks: "How long do the slowest five of a hundred calls of an online endpoint take?",
  metric: "RequestLatency_P95",
  fires: {
    over: { sandbox: 30_000, dev: 30_000, test: 10_000, prod: 5_000 },
    because: "five seconds is Azure ML's own default for the longest that a call may take",
  },
  unit: "milliseconds",
  severity: tellsTheTeam,
  runbook: "ml-endpoint-slow",
  requirements: ["OE-R3"],
});

/** Drift is measured on what the endpoint collects of its inputs and outputs. */
export const mlDataCollectionFailing = metricAlert({
  ...endpoint,
  id: "ml-data-collection-failing",
  asks: "Does an online endpoint fail to record what it is asked and what it answers?",
  metric: "DataCollectionErrorsPerMinute",
  fires: {
    over: { sandbox: 10, dev: 10, test: 5, prod: 1 },
    because: "a model's drift cannot be seen in data that was not kept; judgement",
  },
  unit: "errors a minute",
  window: "PT1H",
  every: "PT15M",
  severity: canWait,
  runbook: "telemetry-silence",
  requirements: ["OE-R9", "OE-R14"],
});

const deployment = {
  service: "Microsoft.MachineLearningServices/workspaces/onlineEndpoints/deployments",
  aggregation: "Average",
  window: "PT30M",
  every: "PT5M",
  noData: "quiet",
  runbook: "ml-capacity",
  requirements: ["OE-R4"],
  needsTraffic: false,
} as const;

export const mlDeploymentCpuFull = metricAlert({
  ...deployment,
  id: "ml-deployment-cpu-full",
  asks: "Do the instances of a deployment run out of processor time?",
  metric: "CpuUtilizationPercentage",
  fires: {
    over: { sandbox: 100, dev: 100, test: 95, prod: 90 },
    because: "autoscaling usually adds instances at 70 %; at 90 % for half an hour it has not helped; judgement",
  },
  unit: "percent",
  severity: canWait,
});

export const mlDeploymentMemoryFull = metricAlert({
  ...deployment,
  id: "ml-deployment-memory-full",
  asks: "Do the instances of a deployment run out of memory?",
  metric: "CpuMemoryUtilizationPercentage",
  splitBy: ["instanceId"],
  fires: {
    over: { sandbox: 98, dev: 98, test: 95, prod: 90 },
    because: "at 100 % the container is killed in the middle of its calls; judgement",
  },
  unit: "percent",
  severity: tellsTheTeam,
});

export const mlDeploymentGpuFull = metricAlert({
  ...deployment,
  id: "ml-deployment-gpu-full",
  asks: "Do the instances of a deployment run out of GPU time?",
  metric: "GpuUtilizationPercentage",
  fires: {
    over: { sandbox: 100, dev: 100, test: 98, prod: 95 },
    because: "GPUs are paid for to be busy; over 95 % for half an hour calls wait; judgement",
  },
  unit: "percent",
  severity: canWait,
});

export const mlDeploymentDiskFull = metricAlert({
  ...deployment,
  id: "ml-deployment-disk-full",
  asks: "Does a disk of a deployment's instances fill up?",
  metric: "DiskUtilization",
  splitBy: ["instanceId", "disk"],
  fires: {
    over: { sandbox: 95, dev: 95, test: 90, prod: 85 },
    because: "a full disk stops logging and new images; 85 % leaves a day; judgement",
  },
  unit: "percent",
  severity: tellsTheTeam,
});
