import type { Levers } from "./levers";
import { counterSeries, gaugeSeries, type MinuteSeries } from "./minute-series";
import type { Random } from "./random";
import type { ServiceMetric } from "./service-metrics";
import type { WatchedResource } from "./workload";

/** One metric of one resource; `busy` is the share of the week's busiest minute, `peak` the calls in it. */
export function serviceSeries(
  { type, metric, dimensions, kind, usual, deviation = 0, lever }: ServiceMetric,
  { urn }: WatchedResource,
  busy: Float32Array,
  peak: number,
  levers: Levers,
  random: Random,
): MinuteSeries {
  const position = lever === undefined ? undefined : levers.positions(lever);
  const values = new Float32Array(busy.length);
  const of = { service: type, metric, dimensions, resource: urn };
  if (kind !== "gauge") {
    for (let minute = 0; minute < values.length; minute++)
      values[minute] = random.poisson(peak * (busy[minute] ?? 0) * Math.min(1, usual + (position?.[minute] ?? 0)));
    if (kind === "events") return counterSeries(of, values);
    return gaugeSeries(
      of,
      values.map((events) => (events === 0 ? Number.NaN : events)),
    );
  }
  for (let minute = 0; minute < values.length; minute++)
    values[minute] = Math.max(0, usual + deviation * random.normal() + (position?.[minute] ?? 0));
  return gaugeSeries(of, values);
}
