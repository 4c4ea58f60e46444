import { alerts } from "@ringfence/core/alerts";
import { severities } from "@ringfence/core/severities";
import { incidents, pullsOf, scheduleIncidents } from "../../../src/replay/incidents";
import { usualOptions } from "../../../src/replay/replay-options";
import { DAY, Lever, Levers, MINUTE } from "../../../src/replay/telemetry";

const axis = { start: Date.UTC(2026, 0, 5), minutes: 200 * DAY };

test("has the kinds of incidents that an AI service is known for, each once", () => {
  const ids = incidents.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toEqual(
    expect.arrayContaining([
      "quota-exhaustion",
      "latency-creep",
      "regional-outage",
      "content-filter-spike",
      "telemetry-silence",
      "flapping-backend",
      "slow-budget-leak",
      "bad-canary",
      "safety-regression",
    ]),
  );
});

test.each(incidents)("$id says what it is, lasts long enough to be seen, and is expected by an alert", (incident) => {
  expect(incident.what.length).toBeGreaterThan(20);
  expect(incident.because.length).toBeGreaterThan(10);
  expect(incident.minutes).toBeGreaterThanOrEqual(
    Math.min(severities[incident.severity].timeToAcknowledgeMinutes, 180),
  );
  expect(incident.changes.length).toBeGreaterThan(0);
  for (const alert of incident.detectedBy) expect(alert.startsWith("burn-") || Object.hasOwn(alerts, alert)).toBe(true);
});

test.each(incidents)(
  "$id starts three minutes before the hour, when rules of every frequency have just looked",
  ({ startsAt }) => {
    expect(startsAt).toMatch(/^\d\d:57$/);
  },
);

test("all of them fit into the usual days, on working days, with quiet days between", () => {
  const { scheduled, left } = scheduleIncidents(
    incidents,
    { ...axis, minutes: usualOptions.days * DAY },
    "Europe/Berlin",
  );
  expect(left.map(({ id }) => id)).toEqual([]);
  for (const [index, { start, incident }] of scheduled.entries()) {
    const before = scheduled[index - 1];
    if (before) expect(start - before.end).toBeGreaterThanOrEqual(2 * DAY);
    const local = new Intl.DateTimeFormat("en-GB", {
      timeZone: incident.inUtc ? "UTC" : "Europe/Berlin",
      weekday: "short",
      hour: "2-digit",
      minute: "2-digit",
    }).format(axis.start + start * MINUTE);
    expect(local).toMatch(new RegExp(`^(Mon|Tue|Wed|Thu|Fri) ${incident.startsAt}$`));
  }
});

test("what does not fit is named", () => {
  const { scheduled, left } = scheduleIncidents(incidents, { ...axis, minutes: 14 * DAY }, "UTC");
  expect(scheduled.length + left.length).toBe(incidents.length);
  expect(left.length).toBeGreaterThan(0);
});

test("a lever moves while an incident lasts, by its ramp, and for the deployments that it is about", () => {
  const [first] = incidents.filter(({ id }) => id === "latency-creep");
  if (first === undefined) throw new Error("no latency-creep");
  const { scheduled } = scheduleIncidents([first], axis, "UTC");
  const start = scheduled[0]?.start ?? 0;
  const workload = {
    timeZone: "UTC",
    callsPerMinute: 1,
    resources: {},
    deployments: [
      { name: "chat", kind: "chat", provisioned: false },
      { name: "embed", kind: "embeddings", provisioned: false },
    ],
  } as const;
  const levers = new Levers(axis.minutes, pullsOf(scheduled, workload));
  const positions = levers.positions(Lever.Latency, "chat");
  expect(levers.positions(Lever.Latency, "embed")).toBeUndefined();
  expect([start - 1, start + 19, start + 39, start + 299, start + 300].map((at) => positions?.[at])).toEqual([
    1, 6.5, 12, 12, 1,
  ]);
});
