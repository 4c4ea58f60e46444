import { metricAlert } from "../metric-alert";
import { canWait, inEveryRing, tellsTheTeam, wakesSomebody } from "./urgency";

const app = {
  service: "Microsoft.App/containerApps",
  splitBy: ["revisionName"],
  window: "PT15M",
  every: "PT5M",
  noData: "quiet",
} as const;

/** Counted since the replica was made, so that it stays over the threshold until a new one takes its place. */
export const containerRestarting = metricAlert({
  ...app,
  id: "container-restarting",
  asks: "Does a container restart again and again?",
  metric: "RestartCount",
  aggregation: "Maximum",
  fires: { over: { sandbox: 10, dev: 10, test: 5, prod: 3 }, because: "Azure Monitor Baseline Alerts' 3" },
  unit: "restarts of one replica",
  severity: tellsTheTeam,
  runbook: "container-restarts",
  requirements: ["OE-R10"],
  needsTraffic: false,
});

export const containerAppErrors = metricAlert({
  ...app,
  id: "container-app-errors",
  asks: "How many requests does the app answer with a server error?",
  metric: "Requests",
  aggregation: "Total",
  where: { statusCodeCategory: ["5xx"] },
  fires: {
    over: { sandbox: 500, dev: 500, test: 100, prod: 50 },
    because: "more than callers' own retries hide; application-failing-share says whether users notice; judgement",
  },
  unit: "requests answered 5xx",
  severity: tellsTheTeam,
  runbook: "application-failures",
  requirements: ["OE-R3", "OE-R10"],
  needsTraffic: true,
});

export const containerMemoryFull = metricAlert({
  ...app,
  id: "container-memory-full",
  asks: "Does a container run out of memory?",
  metric: "MemoryPercentage",
  aggregation: "Average",
  splitBy: ["podName"],
  fires: {
    over: { sandbox: 98, dev: 98, test: 95, prod: 90 },
    because: "at its limit a container is killed in the middle of its requests; judgement",
  },
  unit: "percent of the limit",
  severity: canWait,
  runbook: "container-restarts",
  requirements: ["OE-R4"],
  needsTraffic: false,
});

/** An app that scales to zero has no replicas when nobody calls, which is as it should be. */
export const containerAppDown = metricAlert({
  ...app,
  id: "container-app-down",
  asks: "Does the app run at all?",
  metric: "Replicas",
  aggregation: "Maximum",
  splitBy: [],
  appliesWhen: { isAlwaysOn: true },
  fires: { under: inEveryRing(1), because: "Azure Monitor Baseline Alerts, for apps that always run a replica" },
  unit: "replicas",
  window: "PT5M",
  every: "PT1M",
  severity: wakesSomebody,
  runbook: "container-restarts",
  requirements: ["OE-R10"],
  needsTraffic: false,
});
