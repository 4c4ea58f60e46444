import { alerts, minutesOf } from "@ringfence/core/alerts";
import { burnRateAlert, indicatorSources, type Objective, resolveObjective } from "@ringfence/core/levels";
import { evaluateRule, type ThresholdRule } from "../../../src/replay/evaluation";
import { incidents, pullsOf, scheduleIncidents } from "../../../src/replay/incidents";
import { burnRateMeasure } from "../../../src/replay/measures";
import { delayOf } from "../../../src/replay/measures/log-delay";
import { generateTelemetry, Levers, parameters, type Workload } from "../../../src/replay/telemetry";

const workload: Workload = {
  timeZone: "UTC",
  callsPerMinute: parameters.traffic.peakCallsPerMinute,
  deployments: [{ name: "chat", kind: "chat", provisioned: false }],
  resources: {},
};
const axis = { start: Date.parse("2026-01-05T00:00:00Z"), minutes: 7 * 1440 };

const outage = incidents.filter(({ id }) => id === "regional-outage");
const { scheduled } = scheduleIncidents(outage, axis, workload.timeZone);
const levers = new Levers(axis.minutes, pullsOf(scheduled, workload));
const telemetry = generateTelemetry({ workload, axis, seed: 1, levers });
const quiet = generateTelemetry({ workload, axis, seed: 1 });

/** The quick page of an objective, as ServiceLevels deploys it to prod. */
function quickPage(objective: Objective): ThresholdRule {
  const [rule] = objective.rules;
  if (rule === undefined) throw new Error("no rule");
  const row = burnRateAlert(objective, rule);
  const signal = burnRateMeasure(objective, rule);
  return {
    kind: "log",
    name: row.id,
    alert: row.id,
    severity: row.severity.prod,
    receivers: ["Sev1"],
    scope: [],
    operator: "GreaterThan",
    threshold: rule.factor,
    window: minutesOf[row.window],
    every: minutesOf[row.every],
    signal,
    delay: signal.delay,
    state: { failing: 1, of: 1, autoMitigate: true, healthyToResolve: 3 },
  };
}

test.each(["requests", "model-calls", "model-requests"] as const)(
  "the quick page over %s tells of a regional outage, and of nothing without one",
  (source) => {
    const rule = quickPage(
      resolveObjective({ name: "answers-arrive", kind: "success-rate", target: 99.5, period: "30d", source }),
    );
    const [place] = scheduled;
    if (place === undefined) throw new Error("the outage does not fit");
    const [first, ...more] = evaluateRule(rule, telemetry).firings;
    const log = { requests: "AppRequests", "model-calls": "AppDependencies", "model-requests": "RequestResponse" }[
      source
    ];
    // Nine calls in ten fail: 14.4 × 0.5 % of an hour is 5 minutes of them, then the log's delay and the next look.
    const after = (first?.firedAt ?? Number.NaN) - place.start;
    expect(after).toBeGreaterThan(delayOf(log));
    expect(after).toBeLessThanOrEqual(5 + delayOf(log) + 5);
    expect(more).toEqual([]);
    expect(evaluateRule(rule, quiet).firings).toEqual([]);
  },
);

test("no source's windows end before what the replay takes for arrived", () => {
  const logs = { requests: "AppRequests", "model-calls": "AppDependencies", evaluations: "Evaluations" } as const;
  const { gateway, "model-requests": requests, ...sent } = indicatorSources;
  for (const row of Object.values(sent))
    expect(row.lag.minutes).toBeGreaterThanOrEqual(delayOf(logs[row.id as keyof typeof logs]));
  expect(gateway.lag.minutes).toBeGreaterThanOrEqual(delayOf("ApiManagementGatewayLogs"));
  expect(requests.lag.minutes).toBeGreaterThanOrEqual(delayOf("RequestResponse"));
});

test("each log alert of the catalogue looks at every entry at least once after it has arrived", () => {
  const blind = Object.values(alerts).flatMap((row) =>
    row.kind === "log" && minutesOf[row.window] - minutesOf[row.every] < parameters.delays.logs ? [row.id] : [],
  );
  expect(blind).toEqual([]);
});
