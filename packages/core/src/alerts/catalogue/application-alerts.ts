import { logAlert } from "../log-alert";
import {
  failedDependencyShare,
  failedModelCallShare,
  failedRequestShare,
  slowestModelCalls,
  slowestRequests,
  untracedModelCallShare,
} from "./application-queries";
import { canWait, tellsTheTeam, wakesSomebody } from "./urgency";

const application = {
  service: "Microsoft.Insights/components",
  aggregation: "Maximum",
  window: "PT15M",
  every: "PT5M",
  noData: "quiet",
  needsTraffic: true,
} as const;

/**
 * Server errors only: a 404 or a 429 that the service answers on purpose is no failure of its own. What chance may have
 * added is taken off, because this page comes and goes otherwise while a slow leak is near its threshold; Prometheus
 * compares the plain share.
 */
export const applicationFailingShare = logAlert({
  ...application,
  id: "application-failing-share",
  asks: "What share of a service's requests surely ends in a server error?",
  query: failedRequestShare,
  measure: "SharePercent",
  splitBy: ["Service"],
  fires: {
    over: { sandbox: 50, dev: 50, test: 20, prod: 5 },
    because: "one request in twenty over fifteen minutes spends a 99.5 % objective ten times too fast",
  },
  unit: "percent of requests",
  severity: wakesSomebody,
  runbook: "application-failures",
  requirements: ["OE-R3", "OE-R9", "OE-R10"],
  openTelemetry: {
    metric: "http.server.request.duration",
    unit: "s",
    reading: "bad-percent",
    bad: { "http.response.status_code": "5.." },
    splitBy: ["service.name"],
    atLeast: 20,
  },
});

export const applicationSlow = logAlert({
  ...application,
  id: "application-slow",
  asks: "How long do the slowest five of a hundred requests of a service take?",
  query: slowestRequests,
  measure: "P95",
  splitBy: ["Service"],
  fires: {
    over: { sandbox: 120_000, dev: 120_000, test: 60_000, prod: 30_000 },
    because: "many gateways and browsers give up after 30 seconds; a service level says what is quick; judgement",
  },
  unit: "milliseconds",
  severity: tellsTheTeam,
  runbook: "application-failures",
  requirements: ["OE-R3", "OE-R9"],
  openTelemetry: {
    metric: "http.server.request.duration",
    unit: "s",
    reading: "quantile",
    quantile: 0.95,
    scale: 1000,
    splitBy: ["service.name"],
    atLeast: 20,
  },
});

export const dependencyFailingShare = logAlert({
  ...application,
  id: "dependency-failing-share",
  asks: "What share of the calls of another service fails?",
  query: failedDependencyShare,
  measure: "SharePercent",
  splitBy: ["Target"],
  fires: {
    over: { sandbox: 60, dev: 60, test: 40, prod: 20 },
    because:
      "clients repeat calls, so that one in five hurts a few users only; application-failing-share wakes somebody for more; judgement",
  },
  unit: "percent of calls",
  severity: tellsTheTeam,
  runbook: "dependency-failures",
  requirements: ["OE-R3", "OE-R9"],
  openTelemetry: {
    metric: "http.client.request.duration",
    unit: "s",
    reading: "bad-percent",
    bad: { "error.type": ".+" },
    splitBy: ["server.address"],
    atLeast: 20,
  },
});

/** What the service sees of its models, retries and network included; Azure's own metrics see less. */
export const modelCallsFailing = logAlert({
  ...application,
  id: "model-calls-failing",
  asks: "What share of a service's calls of a model fails, retries included?",
  query: failedModelCallShare,
  measure: "SharePercent",
  splitBy: ["Deployment"],
  fires: {
    over: { sandbox: 50, dev: 50, test: 20, prod: 10 },
    because: "what is left after the SDKs' retries, users see; judgement",
  },
  unit: "percent of calls",
  severity: tellsTheTeam,
  runbook: "dependency-failures",
  requirements: ["OE-R3", "OE-R9"],
  openTelemetry: {
    metric: "gen_ai.client.operation.duration",
    unit: "s",
    reading: "bad-percent",
    bad: { "error.type": ".+" },
    splitBy: ["gen_ai.request.model"],
    atLeast: 20,
  },
});

export const modelCallsSlow = logAlert({
  ...application,
  id: "model-calls-slow",
  asks: "How long do the slowest five of a hundred calls of a model take, as the service sees it?",
  query: slowestModelCalls,
  measure: "P95",
  splitBy: ["Deployment"],
  fires: {
    over: { sandbox: 120_000, dev: 120_000, test: 60_000, prod: 30_000 },
    because: "many gateways and browsers give up after 30 seconds; judgement",
  },
  unit: "milliseconds",
  severity: canWait,
  runbook: "model-latency",
  requirements: ["OE-R3", "OE-R9"],
  openTelemetry: {
    metric: "gen_ai.client.operation.duration",
    unit: "s",
    reading: "quantile",
    quantile: 0.95,
    scale: 1000,
    splitBy: ["gen_ai.request.model"],
    atLeast: 20,
  },
});

/** Without deployment and tokens, cost and quota cannot be told apart by feature when it matters. */
export const modelCallsUntraced = logAlert({
  ...application,
  id: "model-calls-untraced",
  asks: "What share of a service's calls of models is recorded without its deployment or its tokens?",
  query: untracedModelCallShare,
  measure: "SharePercent",
  splitBy: ["Service"],
  fires: {
    over: { sandbox: 100, dev: 90, test: 50, prod: 20 },
    because: "streamed answers may lack their tokens in some SDKs; one in five is a release that lost them; judgement",
  },
  unit: "percent of calls",
  window: "PT6H",
  every: "PT1H",
  severity: canWait,
  runbook: "telemetry-silence",
  requirements: ["OE-R9"],
});
