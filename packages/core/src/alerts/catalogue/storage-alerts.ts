import { metricAlert } from "../metric-alert";
import { canWait, tellsTheTeam } from "./urgency";

const account = {
  service: "Microsoft.Storage/storageAccounts",
  window: "PT15M",
  every: "PT5M",
  noData: "quiet",
  runbook: "storage-unavailable",
  needsTraffic: true,
} as const;

export const storageUnavailable = metricAlert({
  ...account,
  id: "storage-unavailable",
  asks: "Does the storage account answer?",
  metric: "Availability",
  aggregation: "Average",
  fires: {
    under: { sandbox: 90, dev: 90, test: 95, prod: 99 },
    because: "Microsoft promises 99.9 % a month; a quarter of an hour under 99 % is an incident; judgement",
  },
  unit: "percent of requests",
  severity: tellsTheTeam,
  requirements: ["OE-R10"],
});

/** Values of the dimension as Microsoft's storage metrics reference lists them. */
export const storageThrottled = metricAlert({
  ...account,
  id: "storage-throttled",
  asks: "Does the storage account turn calls away?",
  metric: "Transactions",
  aggregation: "Total",
  where: {
    ResponseType: [
      "ClientThrottlingError",
      "ServerBusyError",
      "ClientAccountBandwidthThrottlingError",
      "ClientAccountRequestThrottlingError",
    ],
  },
  splitBy: ["ApiName"],
  fires: {
    over: { sandbox: 500, dev: 500, test: 200, prod: 100 },
    because: "the SDKs repeat a throttled call by themselves; a hundred are more than they hide; judgement",
  },
  unit: "calls",
  severity: canWait,
  requirements: ["OE-R4"],
});

/** The metric exists once an hour. A queue that grows is one whose reader is gone. */
export const queueBackedUp = metricAlert({
  id: "queue-backed-up",
  asks: "Does a queue grow because nobody empties it?",
  service: "Microsoft.Storage/storageAccounts/queueServices",
  metric: "QueueMessageCount",
  aggregation: "Average",
  fires: {
    over: { sandbox: 1000, dev: 1000, test: 500, prod: 100 },
    because: "the jobs of this library read a message within minutes; judgement",
  },
  unit: "messages",
  window: "PT1H",
  every: "PT1H",
  severity: canWait,
  noData: "quiet",
  runbook: "job-not-run",
  requirements: ["OE-R8", "OE-R10"],
  needsTraffic: false,
});
