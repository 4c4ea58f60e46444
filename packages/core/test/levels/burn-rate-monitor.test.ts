import {
  type BurnJudgement,
  BurnRateMonitor,
  type BurnRateRule,
  burnRateRules,
  proportionalRules,
  type SliCounts,
  windowsFor,
} from "@ringfence/core/levels";
import fc from "fast-check";

/** What the words say, bin by bin from scratch: the share of failures in each window over the share allowed. */
function byDefinition(rule: BurnRateRule, bins: readonly SliCounts[], at: number, how: BurnJudgement, bin: number) {
  const over = (end: number) => {
    const inWindow = (minutes: number) => bins.slice(Math.max(0, end + 1 - minutes / bin), end + 1);
    const count = (some: readonly SliCounts[], key: keyof SliCounts) => some.reduce((n, each) => n + each[key], 0);
    const seen = count(inWindow(rule.longMinutes), "total");
    if (seen === 0) return how.noData === "fires";
    const failed = seen - count(inWindow(rule.longMinutes), "good");
    if (seen < how.minimumEvents) return false;
    if (how.method === "occurrences" && failed < (how.minimumFailures ?? 1)) return false;
    return [rule.shortMinutes, rule.longMinutes].every((minutes) => {
      const some = inWindow(minutes);
      const [good, total] = [count(some, "good"), count(some, "total")];
      const slices = minutes / bin;
      if (how.method === "occurrences")
        return total > 0 && (total - good) / total / (1 - how.target / 100) > rule.factor;
      if (total === 0 && how.noData === "quiet") return false;
      const bad = how.noData === "fires" ? slices - good : total - good;
      return bad / slices / (1 - how.target / 100) > rule.factor;
    });
  };
  for (let back = 0; back * bin <= rule.holdMinutes; back++) if (at - back < 0 || !over(at - back)) return false;
  return true;
}

const events = fc
  .tuple(fc.constantFrom(0, 0, 1, 7, 40), fc.constantFrom(0, 0, 0, 1, 3, 40))
  .map(([total, bad]) => ({ total, good: Math.max(0, total - bad) }));
const slices = fc.constantFrom<SliCounts>({ good: 1, total: 1 }, { good: 0, total: 1 }, { good: 0, total: 0 });
const noData = fc.constantFrom("quiet" as const, "fires" as const);
const target = fc.constantFrom(95, 99, 99.5, 99.9);
/** Factors that no share of so few events meets exactly, where rounding would decide. */
const rules: BurnRateRule[] = [
  {
    id: "page-quick",
    severity: "page",
    speed: "quick",
    shortMinutes: 5,
    longMinutes: 60,
    factor: 14.41,
    holdMinutes: 0,
  },
  {
    id: "page-slow",
    severity: "page",
    speed: "slow",
    shortMinutes: 15,
    longMinutes: 90,
    factor: 3.71,
    holdMinutes: 15,
  },
];

describe("the burn rate, bin after bin, is what its definition says", () => {
  test("for events", () => {
    fc.assert(
      fc.property(
        fc.array(events, { maxLength: 60 }),
        target,
        noData,
        fc.constantFrom(1, 50),
        (bins, percent, silence, minimum) => {
          const how = {
            target: percent,
            method: "occurrences",
            sliceMinutes: 5,
            minimumEvents: minimum,
            minimumFailures: minimum === 1 ? 1 : 5,
            noData: silence,
          } as const;
          const monitor = new BurnRateMonitor(rules, how, 5);
          bins.forEach((bin, at) => {
            const fired = monitor.push(bin).map((state) => state.fires);
            expect([at, fired]).toEqual([at, rules.map((rule) => byDefinition(rule, bins, at, how, 5))]);
          });
        },
      ),
      { numRuns: 150 },
    );
  });

  test("for slices of time", () => {
    fc.assert(
      fc.property(
        fc.array(slices, { maxLength: 60 }),
        target,
        noData,
        fc.constantFrom(1, 6),
        (bins, percent, silence, minimum) => {
          const how = {
            target: percent,
            method: "timeslices",
            sliceMinutes: 5,
            minimumEvents: minimum,
            noData: silence,
          } as const;
          const monitor = new BurnRateMonitor(rules, how, 5);
          bins.forEach((bin, at) => {
            const fired = monitor.push(bin).map((state) => state.fires);
            expect([at, fired]).toEqual([at, rules.map((rule) => byDefinition(rule, bins, at, how, 5))]);
          });
        },
      ),
      { numRuns: 150 },
    );
  });
});

const occurrences: BurnJudgement = {
  target: 99.9,
  method: "occurrences",
  sliceMinutes: 1,
  minimumEvents: 1,
  noData: "quiet",
};

test("a total outage after a good hour is paged within the workbook's minute", () => {
  const monitor = new BurnRateMonitor(burnRateRules(windowsFor(30).windows, 30), occurrences, 1);
  for (let minute = 0; minute < 72 * 60; minute++) monitor.push({ good: 100, total: 100 });
  const fired = monitor.push({ good: 0, total: 100 }).map((state) => [state.rule.id, state.fires]);
  expect(fired).toEqual([
    ["page-quick", true],
    ["page-slow", false],
    ["ticket-quick", false],
    ["ticket-slow", false],
  ]);
});

test("an alert ends soon after the failures do, while its long window still remembers them", () => {
  const [quick] = burnRateRules(windowsFor(30).windows, 30);
  if (quick === undefined) throw new Error("no rule");
  const monitor = new BurnRateMonitor([quick], occurrences, 1);
  for (let minute = 0; minute < 30; minute++) monitor.push({ good: 0, total: 100 });
  const after = Array.from({ length: 6 }, () => monitor.push({ good: 100, total: 100 })[0]);
  expect(after.map((state) => state?.fires)).toEqual([true, true, true, true, false, false]);
  expect(after.at(-1)?.longBurnRate).toBeGreaterThan(14.4);
});

test("low traffic is no verdict, and says so", () => {
  const monitor = new BurnRateMonitor(
    burnRateRules(windowsFor(30).windows, 30),
    { ...occurrences, minimumEvents: 20 },
    1,
  );
  expect(monitor.push({ good: 0, total: 0 }).map((state) => state.evidence)).toEqual(Array(4).fill("none"));
  expect(monitor.push({ good: 0, total: 19 }).map((state) => [state.evidence, state.fires])).toEqual(
    Array(4).fill(["low-traffic", false]),
  );
  expect(monitor.push({ good: 0, total: 1 }).map((state) => [state.evidence, state.fires])).toEqual(
    Array(4).fill(["enough", true]),
  );
});

test("a few failures of few events fire nothing, and as many again do", () => {
  const how = { ...occurrences, minimumEvents: 20, minimumFailures: 5 };
  const monitor = new BurnRateMonitor(burnRateRules(windowsFor(30).windows, 30), how, 1);
  expect(monitor.push({ good: 16, total: 20 }).map((state) => [state.evidence, state.fires])).toEqual(
    Array(4).fill(["few-failures", false]),
  );
  expect(monitor.push({ good: 19, total: 20 }).map((state) => [state.evidence, state.fires])).toEqual(
    Array(4).fill(["enough", true]),
  );
});

test("a rule with a waiting time fires when it is over, not before", () => {
  const [quick] = proportionalRules(28);
  if (quick === undefined) throw new Error("no rule");
  const monitor = new BurnRateMonitor([quick], occurrences, 1);
  const fired = Array.from({ length: 4 }, () => monitor.push({ good: 0, total: 1 })[0]?.fires);
  expect(fired).toEqual([false, false, true, true]);
});

test("windows that are no whole number of bins are refused", () => {
  expect(() => new BurnRateMonitor(rules, occurrences, 2)).toThrow(
    "a window of 2.5 bins; give a whole number from 1 up",
  );
});
