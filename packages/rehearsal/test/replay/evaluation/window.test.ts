import type { MetricAggregation } from "@ringfence/core/alerts";
import fc from "fast-check";
import { type Samples, windowReader } from "../../../src/replay/evaluation/window";

const aggregations: readonly MetricAggregation[] = ["Average", "Total", "Minimum", "Maximum", "Count"];

/** What a window's value is by definition: its samples one by one. */
function byDefinition(samples: Samples, aggregation: MetricAggregation, end: number, length: number) {
  const minutes = [...samples.sum.keys()].filter(
    (at) => at >= end - length && at < end && (samples.count[at] ?? 0) > 0,
  );
  if (minutes.length === 0) return undefined;
  const of = (values: Float32Array) => minutes.map((at) => values[at] ?? 0);
  const total = (values: Float32Array) => of(values).reduce((sum, value) => sum + value, 0);
  switch (aggregation) {
    case "Total":
      return total(samples.sum);
    case "Count":
      return total(samples.count);
    case "Average":
      return total(samples.sum) / total(samples.count);
    case "Minimum":
      return Math.min(...of(samples.minimum));
    case "Maximum":
      return Math.max(...of(samples.maximum));
  }
}

/** Minutes of samples, or of none, in eighths, so that sums are exact. */
const samples = fc
  .array(
    fc.option(fc.record({ value: fc.integer({ min: -8000, max: 8000 }), count: fc.integer({ min: 1, max: 9 }) })),
    {
      minLength: 1,
      maxLength: 80,
    },
  )
  .map(
    (minutes): Samples => ({
      sum: Float32Array.from(minutes, (minute) => (minute ? (minute.value / 8) * minute.count : 0)),
      count: Float32Array.from(minutes, (minute) => minute?.count ?? 0),
      minimum: Float32Array.from(minutes, (minute) => (minute ? minute.value / 8 - 1 : 0)),
      maximum: Float32Array.from(minutes, (minute) => (minute ? minute.value / 8 + 1 : 0)),
    }),
  );

test.each(aggregations)("%s of any window is what its samples one by one give", (aggregation) => {
  fc.assert(
    fc.property(samples, fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 7 }), (given, length, every) => {
      const read = windowReader(given, aggregation);
      for (let end = 0; end <= given.sum.length + 5; end += every)
        expect(read(end, length)).toEqual(byDefinition(given, aggregation, end, length));
    }),
    { numRuns: 200 },
  );
});

test("nothing but zeroes stays exactly zero, however large the values before it", () => {
  const sum = Float32Array.from([0.1, 1e7, 0.3, 0, 0, 0]);
  const read = windowReader({ sum, count: new Float32Array(6).fill(1), minimum: sum, maximum: sum }, "Total");
  expect(read(6, 3)).toBe(0);
});
