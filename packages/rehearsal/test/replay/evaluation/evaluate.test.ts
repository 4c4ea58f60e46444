import fc from "fast-check";
import { evaluateRule, type MetricSignal, type ThresholdRule } from "../../../src/replay/evaluation";
import type { MinuteSeries, Telemetry } from "../../../src/replay/telemetry";
import { seriesOf } from "../series";

const signal: MetricSignal = {
  kind: "metric",
  service: "Microsoft.Test/things",
  metric: "Requests",
  aggregation: "Total",
  dimensions: [],
};

const rule: ThresholdRule = {
  name: "rule",
  alert: "rule",
  kind: "metric",
  severity: "Sev1",
  receivers: ["somebody"],
  scope: [],
  signal,
  operator: "GreaterThan",
  threshold: 10,
  window: 5,
  every: 1,
  delay: 0,
  state: { failing: 1, of: 1, autoMitigate: true, healthyToResolve: 3 },
};

function telemetry(...series: MinuteSeries[]): Telemetry {
  return { axis: { start: 0, minutes: series[0]?.sum.length ?? 0 }, series };
}

const at = (minutes: number, values: Record<number, number>) =>
  Array.from({ length: minutes }, (_, minute) => values[minute] ?? null);

test("looks at the window that ends at the evaluation, less the delay of the data", () => {
  const given = telemetry(seriesOf(at(40, { 20: 11 })));
  expect(evaluateRule(rule, given).firings).toEqual([{ of: "", firedAt: 21, resolvedAt: 28, value: 11 }]);
  expect(evaluateRule({ ...rule, delay: 3 }, given).firings).toEqual([
    { of: "", firedAt: 24, resolvedAt: 31, value: 11 },
  ]);
  expect(evaluateRule({ ...rule, every: 5 }, given).firings).toEqual([
    { of: "", firedAt: 25, resolvedAt: 40, value: 11 },
  ]);
});

test("a query looks back from now, so that what is on its way makes its window shorter", () => {
  const given = telemetry(seriesOf(at(40, { 20: 11 })));
  const log: ThresholdRule = { ...rule, kind: "log", window: 10, delay: 4 };
  expect(evaluateRule(log, given).firings).toEqual([{ of: "", firedAt: 25, resolvedAt: 33, value: 11 }]);
});

test("each combination of the dimensions it splits by has a state of its own", () => {
  const split = {
    ...rule,
    signal: { ...signal, dimensions: [{ name: "deployment", operator: "Include", values: ["*"] }] },
  } as const;
  const given = telemetry(
    seriesOf(at(30, { 10: 8, 20: 20 }), { dimensions: { Deployment: "chat" } }),
    seriesOf(at(30, { 10: 12 }), { dimensions: { Deployment: "embeddings" } }),
  );
  const { firings, combinations } = evaluateRule(split, given);
  expect(combinations).toBe(2);
  expect(firings.map(({ of, firedAt }) => [of, firedAt])).toEqual([
    ["deployment=embeddings", 11],
    ["deployment=chat", 21],
  ]);
});

test("what it does not split by is taken together", () => {
  const given = telemetry(
    seriesOf(at(30, { 10: 8 }), { dimensions: { Deployment: "chat" } }),
    seriesOf(at(30, { 10: 8 }), { dimensions: { Deployment: "embeddings" } }),
  );
  expect(evaluateRule(rule, given).firings).toHaveLength(1);
});

test.each([
  ["Include", ["429"], [11]],
  ["Exclude", ["429"], []],
  ["Exclude", ["200"], [11]],
  ["StartsWith", ["4"], [11]],
  ["Include", ["200", "429"], [11]],
] as const)("a dimension may %s %j", (operator, values, fired) => {
  const filtered: ThresholdRule = {
    ...rule,
    signal: { ...signal, dimensions: [{ name: "StatusCode", operator, values }] },
  };
  const given = telemetry(
    seriesOf(at(30, { 10: 20 }), { dimensions: { StatusCode: "429" } }),
    seriesOf(at(30, { 10: 1 }), { dimensions: { StatusCode: "200" } }),
  );
  expect(evaluateRule(filtered, given).firings.map(({ firedAt }) => firedAt)).toEqual(fired);
});

test("a window without data does not fire, also where the rule waits for a value to fall", () => {
  const below: ThresholdRule = { ...rule, operator: "LessThan", threshold: 5 };
  expect(evaluateRule(below, telemetry(seriesOf(at(30, {})))).firings).toEqual([]);
  expect(evaluateRule(below, telemetry(seriesOf(at(30, { 10: 3 })))).firings).toHaveLength(1);
});

test("a rule sees the resources in its scope, and series that name no resource", () => {
  const given = (resource?: string) => telemetry({ ...seriesOf(at(30, { 10: 20 })), resource });
  const scoped = { ...rule, scope: ["urn:mine"] };
  expect(evaluateRule(scoped, given("urn:mine")).firings).toHaveLength(1);
  expect(evaluateRule(scoped, given("urn:other")).firings).toHaveLength(0);
  expect(evaluateRule(scoped, given(undefined)).firings).toHaveLength(1);
});

test("the whole evaluation is what its definition says, on any series", () => {
  const values = fc.array(fc.option(fc.integer({ min: 0, max: 8 })), { minLength: 10, maxLength: 120 });
  const shape = fc.record({
    window: fc.constantFrom(1, 5, 15),
    every: fc.constantFrom(1, 5),
    delay: fc.integer({ min: 0, max: 6 }),
    threshold: fc.integer({ min: 0, max: 40 }),
    failing: fc.integer({ min: 1, max: 3 }),
  });
  fc.assert(
    fc.property(values, shape, (given, { window, every, delay, threshold, failing }) => {
      const state = { failing, of: 3, autoMitigate: true, healthyToResolve: 2 };
      const made = evaluateRule({ ...rule, window, every, delay, threshold, state }, telemetry(seriesOf(given)));
      const expected: [number, number | undefined][] = [];
      const beyond: boolean[] = [];
      let since: number | undefined;
      let healthy = 0;
      for (let now = every; now <= given.length; now += every) {
        if (now < window + delay) continue;
        const seen = given.slice(now - delay - window, now - delay).filter((value) => value !== null);
        beyond.push(seen.length > 0 && seen.reduce((sum, value) => sum + value, 0) > threshold);
        const met = beyond.slice(-3).filter((one) => one).length >= failing;
        if (met) {
          healthy = 0;
          if (since === undefined) expected.push([now, undefined]);
          since = now;
        } else if (since !== undefined && ++healthy === 2) {
          const last = expected.at(-1);
          if (last) last[1] = now;
          since = undefined;
          healthy = 0;
        }
      }
      expect(made.firings.map(({ firedAt, resolvedAt }) => [firedAt, resolvedAt])).toEqual(expected);
    }),
    { numRuns: 300 },
  );
});
