import { alerts } from "@ringfence/core/alerts";
import { catalogueRules, incidents, replayRules } from "../../../src/replay";
import { type ReplayDocument, verdictsOf } from "../../../src/replay/outcome";
import { DAY, momentOf } from "../../../src/replay/telemetry";

/** Eighteen days of an assistant under the catalogue's rules of prod, with the thresholds given instead of theirs. */
export function replayed(overrides: Readonly<Record<string, number>> = {}): ReplayDocument {
  const axis = { start: Date.UTC(2026, 0, 5), minutes: 18 * DAY };
  const workload = {
    timeZone: "UTC",
    callsPerMinute: 120,
    deployments: [{ name: "chat", kind: "chat", provisioned: false }],
    resources: {},
  } as const;
  const rules = catalogueRules(Object.values(alerts), "prod")
    .filter(({ alert }) =>
      ["model-down", "model-unavailable", "model-callers-turned-away", "model-slow-to-respond"].includes(alert),
    )
    .map((rule) => ({ ...rule, threshold: overrides[rule.alert] ?? rule.threshold }));
  const played = incidents.filter(({ id }) => ["quota-exhaustion", "latency-creep", "regional-outage"].includes(id));
  const result = replayRules({ rules, workload, incidents: played, axis, seed: 1 });
  return {
    version: 1,
    project: "claims <assistant>",
    stack: "prod",
    ring: "prod",
    data: {
      origin: "generated",
      from: momentOf(axis, 0),
      to: momentOf(axis, axis.minutes),
      days: 18,
      series: result.series,
      seed: 1,
      timeZone: "UTC",
    },
    ...result,
    notReplayed: [{ name: "own-rule", reason: "its query is its own, and KQL cannot run here" }],
    verdicts: verdictsOf(result.incidents, result.rules, "prod"),
  };
}
