import { BurnRateMonitor, judgementOf, lagMinutes, resolveObjective } from "@ringfence/core/levels";
import fc from "fast-check";
import { burnRateMeasure } from "../../../src/replay/measures";
import { burnReader } from "../../../src/replay/measures/burn-rate";
import { LOGS, type MinuteSeries, type Telemetry } from "../../../src/replay/telemetry";
import { seriesOf } from "../series";

const objective = resolveObjective({
  name: "answers-arrive",
  kind: "success-rate",
  target: 99,
  period: "30d",
  minimumEvents: 10,
});
const DELAY = lagMinutes(objective);

function requests(code: string, values: readonly number[]): MinuteSeries {
  const made = seriesOf(values, { service: LOGS, metric: "AppRequests", dimensions: { Service: "a", Code: code } });
  return { ...made, count: made.sum };
}

const telemetry = (good: readonly number[], bad: readonly number[]): Telemetry => ({
  axis: { start: 0, minutes: good.length },
  series: [requests("200", good), requests("500", bad)],
});

test("says at any minute what judging the series up to the lag of its source says", () => {
  const minutes = fc.array(fc.tuple(fc.nat({ max: 6 }), fc.nat({ max: 3 })), { minLength: 70, maxLength: 400 });
  fc.assert(
    fc.property(minutes, (given) => {
      const [good, bad] = [given.map(([one]) => one), given.map(([, one]) => one)];
      const rules = objective.rules.filter(({ longMinutes }) => longMinutes <= 360);
      const readers = rules.map((rule) => burnReader(objective, rule, telemetry(good, bad)));
      for (let now = DELAY + 1; now <= given.length; now += 13) {
        const monitor = new BurnRateMonitor(rules, judgementOf(objective), 1);
        let states = monitor.push({ good: 0, total: 0 });
        for (let minute = 0; minute < now - DELAY; minute++)
          states = monitor.push({ good: good[minute] ?? 0, total: (good[minute] ?? 0) + (bad[minute] ?? 0) });
        for (const [index, read] of readers.entries())
          expect(read?.(now)).toMatchObject({
            over: states[index]?.over,
            evidence: states[index]?.evidence,
            shortBurnRate: states[index]?.shortBurnRate,
            longBurnRate: states[index]?.longBurnRate,
          });
      }
    }),
    { numRuns: 40 },
  );
});

test("an outage is over both windows of the quick page once its share of the long one is over the factor", () => {
  const [rule] = objective.rules;
  if (rule === undefined) throw new Error("no rule");
  const good = Array.from({ length: 300 }, (_, minute) => (minute >= 200 ? 0 : 10));
  const bad = good.map((answered) => 10 - answered);
  const read = burnRateMeasure(objective, rule).read(telemetry(good, bad)).get("");
  const first = Array.from({ length: 100 }, (_, index) => 200 + index).find(
    (now) => (read?.(now - DELAY, 60 - DELAY) ?? 0) > rule.factor,
  );
  // 14.4 times the 1 % that may fail is 14.4 % of the hour that ends when the events have arrived: 8.64 minutes.
  expect(first).toBe(200 + 9 + DELAY);
});

test("with too few events there is no row, so that the alert stays quiet", () => {
  const [rule] = objective.rules;
  if (rule === undefined) throw new Error("no rule");
  const bad = Array.from({ length: 100 }, (_, minute) => (minute % 20 === 0 ? 1 : 0));
  const read = burnRateMeasure(objective, rule)
    .read(
      telemetry(
        bad.map(() => 0),
        bad,
      ),
    )
    .get("");
  expect(read?.(98, 58)).toBeUndefined();
});

test("without a series of its source there is nothing to read", () => {
  const [rule] = objective.rules;
  if (rule === undefined) throw new Error("no rule");
  expect(burnRateMeasure(objective, rule).read({ axis: { start: 0, minutes: 10 }, series: [] }).size).toBe(0);
});
