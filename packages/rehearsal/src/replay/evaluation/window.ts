import type { MetricAggregation } from "@ringfence/core/alerts";
import type { MinuteSeries } from "../telemetry";

/** The four arrays of a series, or of several taken together. */
export type Samples = Pick<MinuteSeries, "sum" | "count" | "minimum" | "maximum">;

/**
 * The value of a window, by its end: the minutes from `end - length` up to but not including `end`. Undefined where the
 * window holds no sample. A window that begins before the first minute is cut there.
 */
export type WindowValue = (end: number, length: number) => number | undefined;

/** Reads any window of samples in constant time, whatever its length; extremes for windows of one length at a time. */
export function windowReader(samples: Samples, aggregation: MetricAggregation): WindowValue {
  if (aggregation === "Minimum") return extremes(samples.minimum, samples.count, (a, b) => a <= b);
  if (aggregation === "Maximum") return extremes(samples.maximum, samples.count, (a, b) => a >= b);
  const counts = runningSums(samples.count);
  if (aggregation === "Count") return over(counts, counts);
  const sums = runningSums(samples.sum);
  if (aggregation === "Total") return over(counts, sums);
  return (end, length) => {
    const count = between(counts, end, length);
    return count === 0 ? undefined : between(sums, end, length) / count;
  };
}

/** The sums of everything before each minute; adding nothing leaves them exactly as they are. */
export function runningSums(values: Float32Array): Float64Array {
  const sums = new Float64Array(values.length + 1);
  let sum = 0;
  for (let minute = 0; minute < values.length; minute++) {
    sum += values[minute] ?? 0;
    sums[minute + 1] = sum;
  }
  return sums;
}

/** The sum of a window from running sums. */
export function between(sums: Float64Array, end: number, length: number): number {
  const last = Math.min(Math.max(end, 0), sums.length - 1);
  return (sums[last] ?? 0) - (sums[Math.min(Math.max(end - length, 0), last)] ?? 0);
}

function over(counts: Float64Array, sums: Float64Array): WindowValue {
  return (end, length) => (between(counts, end, length) === 0 ? undefined : between(sums, end, length));
}

/** Extremes of windows whose ends only grow: a queue of the minutes that may still become the extreme. */
function extremes(values: Float32Array, count: Float32Array, beats: (a: number, b: number) => boolean): WindowValue {
  const queue = new Int32Array(values.length);
  let [head, tail, taken] = [0, 0, 0];
  return (end, length) => {
    if (end < taken) [head, tail, taken] = [0, 0, Math.max(0, end - length)];
    for (; taken < Math.min(end, values.length); taken++) {
      if (count[taken] === 0) continue;
      const value = values[taken] ?? 0;
      while (tail > head && beats(value, values[queue[tail - 1] ?? 0] ?? 0)) tail--;
      queue[tail++] = taken;
    }
    while (head < tail && (queue[head] ?? 0) < end - length) head++;
    return head < tail ? values[queue[head] ?? 0] : undefined;
  };
}
