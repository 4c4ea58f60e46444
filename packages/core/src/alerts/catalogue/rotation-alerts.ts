import { logAlert } from "../log-alert";
import { metricAlert } from "../metric-alert";
import { failedStates } from "./job-states";
import { hoursSinceJobRan, nearExpiryWithoutNewVersion } from "./queries";

/** Key Vault gives notice 30 days ahead and the rotation job answers within minutes; a day is a failure. */
export const secretNearExpiry = logAlert({
  id: "secret-near-expiry",
  asks: "Which secret is about to expire and has no new version a day after Key Vault's notice?",
  service: "Microsoft.KeyVault/vaults",
  query: nearExpiryWithoutNewVersion,
  measure: "HoursWaiting",
  aggregation: "Maximum",
  splitBy: ["Item"],
  fires: {
    over: { sandbox: 24, dev: 24, test: 24, prod: 24 },
    because: "the rotation job answers a notice within minutes and the daily sweep catches what it missed",
  },
  unit: "hours since the notice",
  window: "P2D",
  every: "PT1H",
  severity: { sandbox: "Sev4", dev: "Sev4", test: "Sev3", prod: "Sev2" },
  noData: "quiet",
  runbook: "secret-near-expiry",
  requirements: ["OE-R8"],
  needsTraffic: false,
});

export const rotationFailed = metricAlert({
  id: "rotation-failed",
  asks: "Has a rotation failed?",
  service: "Microsoft.App/jobs",
  metric: "Executions",
  aggregation: "Maximum",
  where: { state: [...failedStates] },
  splitBy: ["jobName"],
  fires: {
    over: { sandbox: 0, dev: 0, test: 0, prod: 0 },
    because: "a rotation that stops half-way may leave callers with a key that is about to die",
  },
  unit: "failed executions",
  window: "PT15M",
  every: "PT5M",
  severity: { sandbox: "Sev4", dev: "Sev4", test: "Sev3", prod: "Sev1" },
  noData: "quiet",
  runbook: "key-rotation-failure",
  requirements: ["OE-R8"],
  needsTraffic: false,
});

export const rotationSweepDead = logAlert({
  id: "rotation-sweep-dead",
  asks: "When did the sweep over all secrets last run?",
  service: "Microsoft.App/jobs",
  query: hoursSinceJobRan,
  measure: "HoursSince",
  aggregation: "Maximum",
  fires: {
    over: { sandbox: 26, dev: 26, test: 26, prod: 26 },
    because: "the sweep runs daily; two hours for a long run and late logs",
  },
  unit: "hours",
  window: "P2D",
  every: "PT1H",
  severity: { sandbox: "Sev4", dev: "Sev4", test: "Sev3", prod: "Sev2" },
  noData: "fires",
  runbook: "rotation-sweep-dead",
  requirements: ["OE-R8"],
  needsTraffic: false,
});

export const rotationEventsLost = metricAlert({
  id: "rotation-events-lost",
  asks: "Do near-expiry events get lost on their way to the rotation queue?",
  service: "Microsoft.EventGrid/systemTopics",
  metric: "DeadLetteredCount",
  aggregation: "Total",
  splitBy: ["EventSubscriptionName", "DeadLetterReason"],
  fires: {
    over: { sandbox: 0, dev: 0, test: 0, prod: 0 },
    because: "each lost event is a secret that only the daily sweep will rotate",
  },
  unit: "dead-lettered events",
  window: "PT15M",
  every: "PT5M",
  severity: { sandbox: "Sev4", dev: "Sev4", test: "Sev3", prod: "Sev2" },
  noData: "quiet",
  runbook: "rotation-events-lost",
  requirements: ["OE-R8"],
  needsTraffic: false,
});
