import {
  arrivedUntil,
  assessedSpan,
  assessLevel,
  BurnRateMonitor,
  judgementOf,
  type LevelBin,
  nothingSeen,
  type ObjectiveDefinition,
  resolveObjective,
} from "@ringfence/core/levels";
import fc from "fast-check";
import { answersAreGrounded, answersArrive, slowestAreQuick } from "./objectives";

const MINUTE = 60_000;
const now = new Date("2026-11-21T12:03:00Z");
const lastWhole = new Date("2026-11-21T12:00:00Z");

/** So many five-minute bins up to the last whole one, each with the same counts; the newest last. */
function steady(bins: number, good: number, total: number, minutes = 5): LevelBin[] {
  return Array.from({ length: bins }, (_, index) => ({
    at: new Date(lastWhole.getTime() - (bins - index) * minutes * MINUTE),
    good,
    total,
    seen: total,
  }));
}

const DAY = 288;

test("is assessed at the moment until which its source's events have arrived", () => {
  const at = (source: "requests" | "gateway") => arrivedUntil(resolveObjective({ ...answersArrive, source }), now);
  expect(at("requests")).toEqual(new Date("2026-11-21T12:01:00Z"));
  expect(at("gateway")).toEqual(new Date("2026-11-21T11:58:00Z"));
});

describe("an objective over events", () => {
  const objective = resolveObjective(answersArrive);

  test("is healthy at its target, with nothing of its budget left over", () => {
    const level = assessLevel(objective, steady(30 * DAY, 199, 200), now, undefined);
    expect(level).toMatchObject({ state: "HEALTHY", indicator: 0.995, counts: { total: 30 * DAY * 200 } });
    expect(level.budget?.remaining).toBeCloseTo(0, 9);
    expect(level.verdicts.map((verdict) => verdict.over)).toEqual([false, false, false, false]);
  });

  test("is violated below it: a rolling period has no time left to make up for it", () => {
    expect(assessLevel(objective, steady(30 * DAY, 198, 200), now, undefined)).toMatchObject({
      state: "VIOLATED",
      budget: { consumed: expect.closeTo(2, 9) },
    });
  });

  test("fires the slow ticket that looks back three days, which no alert of Azure's can", () => {
    const good = steady(30 * DAY, 200, 200).slice(0, -3 * DAY);
    const level = assessLevel(objective, [...good, ...steady(3 * DAY, 197, 200)], now, undefined);
    expect(level.verdicts.filter((verdict) => verdict.over).map((verdict) => verdict.rule.id)).toEqual(["ticket-slow"]);
  });

  test("knows no state without events, and none with fewer than its minimum", () => {
    expect(assessLevel(objective, [], now, undefined)).toMatchObject({ state: "NO_DATA", indicator: undefined });
    expect(assessLevel(objective, steady(1, 10, 19), now, undefined).state).toBe("LOW_TRAFFIC");
    expect(assessLevel(objective, steady(1, 10, 20), now, undefined).state).toBe("VIOLATED");
  });

  test("leaves out the bin that is still filling", () => {
    const filling = { at: lastWhole, good: 0, total: 1000, seen: 1000 };
    expect(assessLevel(objective, [...steady(DAY, 200, 200), filling], now, undefined).indicator).toBe(1);
  });
});

describe("a calendar month", () => {
  const monthly: ObjectiveDefinition = { ...answersArrive, period: "calendar-month", timeZone: "Europe/Stockholm" };
  const objective = resolveObjective(monthly);
  const early = new Date("2026-11-06T11:00:00Z");
  const binsSince = (bad: number): LevelBin[] =>
    Array.from({ length: 5 * DAY }, (_, index) => ({
      at: new Date(Date.parse("2026-10-31T23:00:00Z") + index * 5 * MINUTE),
      good: 200 - bad,
      total: 200,
      seen: 200,
    }));

  test("begins in its time zone", () => {
    expect(assessedSpan(objective, early).start).toEqual(new Date("2026-10-31T23:00:00Z"));
  });

  test("can be below its target with budget left: the month is not lost yet", () => {
    expect(assessLevel(objective, binsSince(2), early, undefined)).toMatchObject({
      state: "DEGRADING",
      indicator: 0.99,
      budget: { remaining: expect.closeTo(1 - (2 * 5.5) / 30, 9) },
      review: { due: false },
    });
  });

  test("is reviewed when half of its budget is gone before its middle, once", () => {
    const bins = binsSince(3);
    expect(assessLevel(objective, bins, early, undefined).review).toMatchObject({ due: true, standing: true });
    expect(assessLevel(objective, bins, early, new Date("2026-11-05T00:00:00Z")).review).toMatchObject({
      due: false,
      standing: true,
    });
  });

  test("asks for the days before it where a window reaches back there", () => {
    const first = new Date("2026-11-01T11:00:00Z");
    expect(assessedSpan(objective, first).start).toEqual(new Date("2026-10-29T11:00:00Z"));
  });
});

describe("an objective over slices of time", () => {
  const objective = resolveObjective(slowestAreQuick);

  test("counts a slice that showed nothing as good where silence is quiet", () => {
    const [bin] = steady(1, 0, 1);
    if (bin === undefined) throw new Error("no bin");
    expect(assessLevel(objective, [bin], now, undefined)).toMatchObject({
      state: "HEALTHY",
      indicator: expect.closeTo(1 - 1 / (30 * DAY), 12),
    });
  });

  test("and as bad where silence fires", () => {
    const strict = resolveObjective({ ...slowestAreQuick, noData: "fires" });
    const level = assessLevel(strict, steady(29 * DAY, 1, 1), now, undefined);
    expect(level).toMatchObject({ state: "VIOLATED", indicator: expect.closeTo(29 / 30, 9) });
  });

  test("with samples in every slice and never enough of them is low traffic, not good", () => {
    const thin = steady(DAY, 0, 0).map((bin) => ({ ...bin, seen: 3 }));
    expect(assessLevel(objective, thin, now, undefined).state).toBe("LOW_TRAFFIC");
  });

  test("in hours is judged up to the last whole hour", () => {
    const grounded = resolveObjective(answersAreGrounded);
    expect(assessedSpan(grounded, new Date("2026-11-21T12:59:00Z")).end).toEqual(lastWhole);
  });
});

test("says what the monitor says that sees the same series bin after bin", () => {
  const objective = resolveObjective({ ...answersArrive, minimumEvents: 20 });
  const bin = fc.constantFrom(nothingSeen, { good: 20, total: 20 }, { good: 19, total: 20 }, { good: 0, total: 20 });
  fc.assert(
    fc.property(fc.array(bin, { minLength: 1, maxLength: 100 }), (counts) => {
      const { binMinutes } = objective;
      const monitor = new BurnRateMonitor(objective.rules, judgementOf(objective), binMinutes);
      const states = counts.map((each) => monitor.push(each)).at(-1);
      const series = counts.map((each, index) => ({
        ...each,
        seen: each.total,
        at: new Date(lastWhole.getTime() - (counts.length - index) * binMinutes * MINUTE),
      }));
      const { verdicts } = assessLevel(objective, series, now, undefined);
      expect(verdicts).toEqual(states?.map(({ fires: _, ...verdict }) => verdict));
    }),
  );
});
