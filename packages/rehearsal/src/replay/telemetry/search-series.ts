import { type LatencySample, sampleLatency } from "./latency";
import { Lever, type Levers } from "./levers";
import { gaugeSeries, type MinuteSeries } from "./minute-series";
import { parameters } from "./parameters";
import type { Random } from "./random";
import type { WatchedResource } from "./workload";

const service = "Microsoft.Search/searchServices";

/** What a search service emits; `busy` is the share of the week's busiest minute, `peak` the queries in it. */
export function searchSeries(
  { urn: resource }: WatchedResource,
  busy: Float32Array,
  peak: number,
  levers: Levers,
  random: Random,
) {
  const [slower, throttled] = [levers.positions(Lever.SearchLatency), levers.positions(Lever.SearchThrottled)];
  const { search } = parameters;
  const seconds: MinuteSeries = {
    service,
    metric: "SearchLatency",
    dimensions: {},
    resource,
    sum: new Float32Array(busy.length),
    count: new Float32Array(busy.length),
    minimum: new Float32Array(busy.length),
    maximum: new Float32Array(busy.length),
  };
  const share = new Float32Array(busy.length);
  const rate = new Float32Array(busy.length);
  const sample: LatencySample = { sum: 0, minimum: 0, maximum: 0 };
  for (let minute = 0; minute < busy.length; minute++) {
    const queries = random.poisson(peak * (busy[minute] ?? 0));
    const refused = random.happens(queries, throttled?.[minute] ?? 0);
    sampleLatency(random, { median: search.seconds * (slower?.[minute] ?? 1), sigma: search.sigma }, queries, sample);
    seconds.sum[minute] = sample.sum;
    seconds.count[minute] = queries;
    seconds.minimum[minute] = sample.minimum;
    seconds.maximum[minute] = sample.maximum;
    share[minute] = queries === 0 ? 0 : (100 * refused) / queries;
    rate[minute] = queries / 60;
  }
  const of = (metric: string) => ({ service, metric, dimensions: {}, resource });
  return [
    seconds,
    gaugeSeries(of("ThrottledSearchQueriesPercentage"), share),
    gaugeSeries(of("SearchQueriesPerSecond"), rate),
  ];
}
