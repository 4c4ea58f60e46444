import { logAlert } from "../log-alert";
import { metricAlert } from "../metric-alert";
import { canWait, tellsTheTeam, wakesSomebody } from "./urgency";

const gateway = {
  service: "Microsoft.ApiManagement/service",
  window: "PT15M",
  every: "PT5M",
  noData: "quiet",
  needsTraffic: true,
} as const;

export const gatewayFailingShare = logAlert({
  ...gateway,
  id: "gateway-failing-share",
  asks: "What share of an API's calls ends in a server error?",
  query: `ApiManagementGatewayLogs
| where _ResourceId =~ "{resourceId}"
| summarize Calls = count(), Failed = countif(ResponseCode >= 500) by Api = ApiId
| where Calls >= 20
| extend SharePercent = 100.0 * Failed / Calls
| project Api, SharePercent`,
  measure: "SharePercent",
  aggregation: "Maximum",
  splitBy: ["Api"],
  fires: {
    over: { sandbox: 50, dev: 50, test: 20, prod: 5 },
    because: "one call in twenty over fifteen minutes spends a 99.5 % objective ten times too fast",
  },
  unit: "percent of calls",
  severity: wakesSomebody,
  runbook: "gateway-errors",
  requirements: ["OE-R3", "OE-R10"],
});

/** Fires without the gateway's log too. */
export const gatewayErrors = metricAlert({
  ...gateway,
  id: "gateway-errors",
  asks: "How many calls does the gateway answer with a server error?",
  metric: "Requests",
  aggregation: "Total",
  where: { GatewayResponseCodeCategory: ["5xx"] },
  splitBy: ["ApiId"],
  fires: {
    over: { sandbox: 500, dev: 500, test: 100, prod: 50 },
    because:
      "the baseline's alert on any failed call uses a deprecated metric; clients repeat a few by themselves; judgement",
  },
  unit: "calls answered 5xx",
  severity: tellsTheTeam,
  runbook: "gateway-errors",
  requirements: ["OE-R3", "OE-R10"],
});

/** Limits on tokens and calls in the gateway's policies answer 429 too, which is what they are for. */
export const gatewayTurnsAway = metricAlert({
  ...gateway,
  id: "gateway-turns-away",
  asks: "Does the gateway turn many callers away?",
  metric: "Requests",
  aggregation: "Total",
  where: { GatewayResponseCode: ["429"] },
  splitBy: ["ApiId"],
  fires: {
    over: { sandbox: 2000, dev: 2000, test: 1000, prod: 500 },
    because: "a limit that stops one caller is at work; hundreds of calls mean that it is too low; judgement",
  },
  unit: "calls answered 429",
  severity: canWait,
  runbook: "quota-exhaustion",
  requirements: ["OE-R4"],
});

const saturated = {
  ...gateway,
  aggregation: "Average",
  fires: {
    over: { sandbox: 95, dev: 95, test: 90, prod: 80 },
    because: "Azure Monitor Baseline Alerts' 80 %, over half an hour; a new unit takes up to an hour to arrive",
  },
  window: "PT30M",
  severity: tellsTheTeam,
  runbook: "gateway-saturated",
  requirements: ["OE-R4"],
  needsTraffic: false,
} as const;

export const gatewaySaturated = metricAlert({
  ...saturated,
  id: "gateway-saturated",
  asks: "Is the gateway close to its capacity?",
  metric: "Capacity",
  splitBy: ["Location"],
  unit: "percent of the units",
  appliesWhen: { isV2Gateway: false },
});

export const gatewayCpuSaturated = metricAlert({
  ...saturated,
  id: "gateway-cpu-saturated",
  asks: "Does the gateway run out of processor time?",
  metric: "CpuPercent_Gateway",
  unit: "percent",
  appliesWhen: { isV2Gateway: true },
});

export const gatewayMemorySaturated = metricAlert({
  ...saturated,
  id: "gateway-memory-saturated",
  asks: "Does the gateway run out of memory?",
  metric: "MemoryPercent_Gateway",
  unit: "percent",
  appliesWhen: { isV2Gateway: true },
});

/** The model's own time is left out: that has alerts of its own. */
export const gatewaySlow = logAlert({
  ...gateway,
  id: "gateway-slow",
  asks: "How long does the gateway itself hold the slowest five of a hundred calls?",
  query: `ApiManagementGatewayLogs
| where _ResourceId =~ "{resourceId}"
| extend OwnMs = TotalTime - coalesce(BackendTime, long(0)) - coalesce(ClientTime, long(0))
| summarize Calls = count(), P95 = percentile(OwnMs, 95) by Api = ApiId
| where Calls >= 20
| project Api, P95`,
  measure: "P95",
  aggregation: "Maximum",
  splitBy: ["Api"],
  fires: {
    over: { sandbox: 5_000, dev: 5_000, test: 2_000, prod: 1_000 },
    because: "policies take milliseconds; a second is a cache, a key or a logger that does not answer; judgement",
  },
  unit: "milliseconds",
  window: "PT30M",
  every: "PT15M",
  severity: canWait,
  runbook: "gateway-saturated",
  requirements: ["OE-R3"],
});
