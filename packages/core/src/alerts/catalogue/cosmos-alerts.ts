import { metricAlert } from "../metric-alert";
import { canWait, tellsTheTeam } from "./urgency";

const account = {
  service: "Microsoft.DocumentDB/databaseAccounts",
  window: "PT15M",
  every: "PT5M",
  noData: "quiet",
} as const;

export const cosmosThrottled = metricAlert({
  ...account,
  id: "cosmos-throttled",
  asks: "Does the database turn calls away for lack of throughput?",
  metric: "TotalRequests",
  aggregation: "Count",
  where: { StatusCode: ["429"] },
  splitBy: ["DatabaseName", "CollectionName"],
  fires: {
    over: { sandbox: 5000, dev: 5000, test: 1000, prod: 500 },
    because:
      "the SDKs repeat a throttled call up to nine times, and a few show that throughput is used well; judgement",
  },
  unit: "requests answered 429",
  severity: tellsTheTeam,
  runbook: "cosmos-throttled",
  requirements: ["OE-R4"],
  needsTraffic: true,
});

export const cosmosSaturated = metricAlert({
  ...account,
  id: "cosmos-saturated",
  asks: "Is a container's throughput nearly used?",
  metric: "NormalizedRUConsumption",
  aggregation: "Average",
  splitBy: ["DatabaseName", "CollectionName"],
  fires: {
    over: { sandbox: 100, dev: 100, test: 95, prod: 90 },
    because: "the busiest partition decides; 90 % on average for an hour leaves no room for a peak; judgement",
  },
  unit: "percent of the throughput",
  window: "PT1H",
  every: "PT15M",
  severity: canWait,
  runbook: "cosmos-throttled",
  requirements: ["OE-R4"],
  needsTraffic: true,
});

/** The metric exists once an hour. */
export const cosmosUnavailable = metricAlert({
  ...account,
  id: "cosmos-unavailable",
  asks: "Does the database answer?",
  metric: "ServiceAvailability",
  aggregation: "Average",
  fires: {
    under: { sandbox: 90, dev: 90, test: 95, prod: 99 },
    because: "Microsoft promises 99.99 %; an hour under 99 % is an incident; judgement",
  },
  unit: "percent of requests",
  window: "PT1H",
  every: "PT15M",
  severity: tellsTheTeam,
  runbook: "dependency-failures",
  requirements: ["OE-R10"],
  needsTraffic: true,
});
