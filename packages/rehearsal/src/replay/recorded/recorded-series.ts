import type { MetricAggregation } from "@ringfence/core/alerts";
import type { MinuteSeries, TimeAxis } from "../telemetry";

/** A value of one minute, as far as the file states it. */
export interface MinuteValue {
  moment: number;
  total?: number;
  count?: number;
  average?: number;
  minimum?: number;
  maximum?: number;
}

/**
 * A series from the values that a file has of it, and the aggregations that they allow. What is not stated follows from
 * what is, where it does: a total is an average times a count. Values of one minute add up.
 */
export function recordedSeries(
  of: Pick<MinuteSeries, "service" | "metric" | "dimensions">,
  values: readonly MinuteValue[],
  axis: TimeAxis,
): { series: MinuteSeries; aggregations: Set<MetricAggregation> } {
  const [sum, count, minimum, maximum] = Array.from({ length: 4 }, () => new Float32Array(axis.minutes)) as [
    Float32Array,
    Float32Array,
    Float32Array,
    Float32Array,
  ];
  for (const value of values) {
    const minute = Math.floor((value.moment - axis.start) / 60_000);
    const number = value.count ?? 1;
    const total = value.total ?? (value.average ?? value.maximum ?? value.minimum ?? 0) * number;
    if (number <= 0) continue;
    const [low, high] = [value.minimum ?? total / number, value.maximum ?? total / number];
    const alone = count[minute] === 0;
    minimum[minute] = alone ? low : Math.min(minimum[minute] ?? low, low);
    maximum[minute] = alone ? high : Math.max(maximum[minute] ?? high, high);
    sum[minute] = (sum[minute] ?? 0) + total;
    count[minute] = (count[minute] ?? 0) + number;
  }
  return { series: { ...of, sum, count, minimum, maximum }, aggregations: allowedBy(values) };
}

/** The aggregations that every value allows; an average of averages is only one where each stands for as many samples. */
function allowedBy(values: readonly MinuteValue[]): Set<MetricAggregation> {
  const has = (...names: (keyof MinuteValue)[]) =>
    values.every((value) => names.every((name) => value[name] !== undefined));
  const allowed = new Set<MetricAggregation>();
  if (has("average") || has("total", "count")) allowed.add("Average");
  if (has("total") || has("average", "count")) allowed.add("Total");
  if (has("count")) allowed.add("Count");
  if (has("minimum")) allowed.add("Minimum");
  if (has("maximum")) allowed.add("Maximum");
  return allowed;
}
