import type { MinuteSeries } from "../telemetry";
import type { Samples } from "./window";

/** Several series as one, minute by minute: what Azure does with the dimensions that a rule does not split by. */
export function mergeSeries(series: readonly MinuteSeries[]): Samples | undefined {
  const [first, ...rest] = series;
  if (first === undefined || rest.length === 0) return first;
  const minutes = first.sum.length;
  const [sum, count, minimum, maximum] = [first.sum, first.count, first.minimum, first.maximum].map((values) =>
    values.slice(),
  ) as [Float32Array, Float32Array, Float32Array, Float32Array];
  for (const one of rest)
    for (let minute = 0; minute < minutes; minute++) {
      const more = one.count[minute] ?? 0;
      if (more === 0) continue;
      const [low, high] = [one.minimum[minute] ?? 0, one.maximum[minute] ?? 0];
      const alone = count[minute] === 0;
      minimum[minute] = alone ? low : Math.min(minimum[minute] ?? 0, low);
      maximum[minute] = alone ? high : Math.max(maximum[minute] ?? 0, high);
      sum[minute] = (sum[minute] ?? 0) + (one.sum[minute] ?? 0);
      count[minute] = (count[minute] ?? 0) + more;
    }
  return { sum, count, minimum, maximum };
}
