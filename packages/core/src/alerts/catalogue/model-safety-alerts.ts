import { metricAlert } from "../metric-alert";
import { tellsTheTeam } from "./urgency";

const service = "Microsoft.CognitiveServices/accounts";

export const contentFilterSpike = metricAlert({
  id: "content-filter-spike",
  asks: "Does the content filter block far more than usual?",
  service,
  metric: "RAIRejectedRequests",
  aggregation: "Total",
  splitBy: ["ModelDeploymentName", "Category"],
  fires: {
    over: { sandbox: 200, dev: 200, test: 100, prod: 20 },
    because:
      "the community's Foundry health model calls 10 in fifteen minutes unhealthy; twice that, so that one curious user does not raise it",
  },
  unit: "blocked requests",
  window: "PT15M",
  every: "PT5M",
  severity: { sandbox: "Sev4", dev: "Sev4", test: "Sev4", prod: "Sev2" },
  noData: "quiet",
  runbook: "content-filter-spike",
  requirements: ["OE-R10", "OE-R15"],
  needsTraffic: true,
});

/**
 * Counts what is detected, whether the filter blocks it or only annotates it. Microsoft does not document how the
 * categories are spelled in the metric; the filter's own names are `jailbreak` and `indirect_attack`, and a value that
 * never occurs costs nothing.
 */
export const jailbreakAttempts = metricAlert({
  id: "jailbreak-attempts",
  asks: "Does somebody try to talk a model out of its instructions?",
  service,
  metric: "RAIHarmfulRequests",
  aggregation: "Total",
  where: { Category: ["Jailbreak", "jailbreak", "IndirectAttack", "indirect_attack"] },
  splitBy: ["ModelDeploymentName"],
  fires: {
    over: { sandbox: 100, dev: 100, test: 50, prod: 10 },
    because:
      "people try once or twice out of curiosity, programs and determined strangers go on; ten in fifteen minutes; judgement",
  },
  unit: "attempts",
  window: "PT15M",
  every: "PT5M",
  severity: tellsTheTeam,
  noData: "quiet",
  runbook: "jailbreak-attempts",
  requirements: ["OE-R10", "OE-R15"],
  needsTraffic: true,
});
