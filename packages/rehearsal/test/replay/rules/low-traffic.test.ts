import { alerts } from "@ringfence/core/alerts";
import { catalogueRules, incidents, replayRules, type Workload } from "../../../src/replay";
import { IncidentState } from "../../../src/replay/outcome";
import { DAY } from "../../../src/replay/telemetry";

const seldomCalled: Workload = {
  timeZone: "UTC",
  callsPerMinute: 5,
  deployments: [
    { name: "chat", kind: "chat", provisioned: false },
    { name: "embeddings", kind: "embeddings", provisioned: false },
  ],
  resources: {},
};

const played = ["regional-outage", "regional-outage-at-night", "flapping-backend"];
const pages = Object.values(alerts).filter(({ severity }) => severity.prod <= "Sev1");

/** Thirty days at five calls a minute in the busiest hour and one in five minutes at night. */
function replayed(hasLowTraffic: boolean) {
  return replayRules({
    rules: catalogueRules(pages, "prod", hasLowTraffic),
    workload: seldomCalled,
    incidents: incidents.filter(({ id }) => played.includes(id)),
    axis: { start: Date.UTC(2026, 0, 5), minutes: 30 * DAY },
    seed: 1,
  });
}

const counted = replayed(true);

const falsePages = ({ rules }: ReturnType<typeof replayed>) =>
  rules.filter(({ pages }) => pages).reduce((sum, { falseAlarmsPerMonth = 0 }) => sum + falseAlarmsPerMonth, 0);

test("with five calls a minute availability rates page for nothing, and counted failures do not", () => {
  expect(falsePages(replayed(false))).toBeGreaterThan(3);
  expect(falsePages(counted)).toBeLessThanOrEqual(1);
  expect(counted.rules.map(({ alert }) => alert)).toContain("model-failing-at-low-traffic");
});

test("counted failures tell of an outage by day in time, and of one at night when a few calls have been made", () => {
  const { incidents: outcomes } = counted;
  const states = Object.fromEntries(outcomes.map(({ id, state, by }) => [id, [state, by?.pages]] as const));
  expect(states).toMatchObject({
    "regional-outage": [IncidentState.InTime, true],
    "flapping-backend": [IncidentState.InTime, true],
  });
  const night = outcomes.find(({ id }) => id === "regional-outage-at-night");
  expect(night?.by).toMatchObject({ alert: "model-failing-at-low-traffic", pages: true });
  expect(night?.by?.afterMinutes).toBeLessThanOrEqual(30);
});
