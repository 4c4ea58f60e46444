import type { ScheduledIncident } from "../../../src/replay/incidents";
import { type IncidentOutcome, type RuleOutcome, urgentEnough, verdictsOf } from "../../../src/replay/outcome";
import { causeOf, flapsAmong } from "../../../src/replay/outcome/detection";

const incident = (id: string, state: IncidentOutcome["state"]) => ({ id, state }) as IncidentOutcome;
const rule = (pages: boolean, falseAlarmsPerMonth: number) => ({ pages, falseAlarmsPerMonth }) as RuleOutcome;

test("both targets are met where every incident is seen in time and pages are true", () => {
  expect(
    verdictsOf([incident("a", "in time")], [rule(true, 1), rule(false, 30)], "prod").map(({ met }) => met),
  ).toEqual([true, true]);
});

test("a late incident, a missed one and a second false page each miss their target", () => {
  const verdicts = verdictsOf(
    [incident("a", "late"), incident("b", "missed")],
    [rule(true, 0.6), rule(true, 0.6)],
    "prod",
  );
  expect(verdicts.map(({ met, found }) => [met, found])).toEqual([
    [false, "0 of 2; not a (late), b (missed)"],
    [false, "1.2 a month"],
  ]);
});

test("a program without a rule that can be replayed meets nothing, and one that no incident can happen to is not judged by it", () => {
  expect(verdictsOf([], [], "prod").map(({ met }) => met)).toEqual([false, false]);
  expect(verdictsOf([], [rule(true, 0)], "prod").map(({ met }) => met)).toEqual([undefined, true]);
});

test("rings that wake nobody on purpose are not judged; where the ring is not known, they are", () => {
  expect(verdictsOf([incident("a", "missed")], [], "dev").map(({ met }) => met)).toEqual([undefined, undefined]);
  expect(verdictsOf([incident("a", "missed")], [rule(false, 0)], undefined).map(({ met }) => met)).toEqual([
    false,
    true,
  ]);
});

test.each([
  ["Sev1", ["pager"], "Sev0", true],
  ["Sev2", ["team"], "Sev1", false],
  ["Sev0", [], "Sev1", false],
  ["Sev2", ["team"], "Sev2", true],
  ["Sev3", ["team"], "Sev2", false],
  ["Sev1", ["pager"], "Sev3", true],
] as const)("an alert of %s to %j is urgent enough for an incident of %s: %s", (severity, receivers, of, expected) => {
  expect(urgentEnough({ severity, receivers }, of)).toBe(expected);
});

describe("a firing's cause", () => {
  const place = (start: number, end: number) => ({ start, end }) as ScheduledIncident;
  const [one, other] = [place(100, 200), place(500, 600)];

  test.each([
    [100, undefined],
    [101, one],
    [230, one],
    [231, undefined],
    [550, other],
  ])("at minute %d", (firedAt, cause) => {
    expect(causeOf({ firedAt }, 30, [one, other])).toBe(cause);
  });
});

test("it flaps where the same combination fires again within an hour of its end", () => {
  const firing = (of: string, firedAt: number, resolvedAt: number) => ({ of, firedAt, resolvedAt, value: 1 });
  expect(flapsAmong([firing("a", 0, 10), firing("b", 20, 30), firing("a", 70, 80), firing("a", 141, 150)])).toBe(1);
});
