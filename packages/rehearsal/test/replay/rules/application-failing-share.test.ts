import { alerts } from "@ringfence/core/alerts";
import { catalogueRules, incidents, parameters, replayRules } from "../../../src/replay";
import { DAY } from "../../../src/replay/telemetry";

const played = ["regional-outage", "bad-canary", "application-failure", "slow-budget-leak"];

test("requests that fail are told of in time, and a slow leak near the threshold does not page again and again", () => {
  const { rules, incidents: outcomes } = replayRules({
    rules: catalogueRules([alerts["application-failing-share"]], "prod"),
    workload: {
      timeZone: "UTC",
      callsPerMinute: parameters.traffic.peakCallsPerMinute,
      deployments: [{ name: "chat", kind: "chat", provisioned: false }],
      resources: { "Microsoft.Insights/components": [{ name: "main" }] },
    },
    incidents: incidents.filter(({ id }) => played.includes(id)),
    axis: { start: Date.UTC(2026, 0, 5), minutes: 30 * DAY },
    seed: 1,
  });
  const [rule] = rules;
  expect(outcomes.map(({ id }) => id).sort()).toEqual([...played].sort());
  for (const id of ["regional-outage", "bad-canary", "application-failure"])
    expect(rule?.detected.find(({ incident }) => incident === id)?.afterMinutes).toBeLessThanOrEqual(15);
  expect(rule).toMatchObject({ falseAlarms: 0 });
  expect(rule?.flaps).toBeLessThanOrEqual(2);
});
