/**
 * One metric for one combination of its dimensions, a value a minute, as Azure Monitor keeps it: the sum, the number,
 * the least and the greatest of the minute's samples. Arrays may be shared where they are the same. A minute whose
 * count is 0 has no data.
 */
export interface MinuteSeries {
  /** The resource type that emits it, or `logs` for what only a query gives. */
  service: string;
  metric: string;
  dimensions: Readonly<Record<string, string>>;
  /** The URN of the resource in the program; absent where the series stands for any resource of its type. */
  resource?: string;
  sum: Float32Array;
  count: Float32Array;
  minimum: Float32Array;
  maximum: Float32Array;
  /** How long the events took, for what reads quantiles; absent where nothing does. */
  latency?: LatencyOverTime;
}

/** Log-normal response times whose median changes over time. */
export interface LatencyOverTime {
  /** Milliseconds, minute by minute. */
  median: Float32Array;
  sigma: number;
}

/** What a series is of. */
export type SeriesOf = Pick<MinuteSeries, "service" | "metric" | "dimensions" | "resource">;

/** The service of series that are rows of a log and no platform metric. */
export const LOGS = "logs";

/**
 * A counter: each minute's number of events. Azure emits nothing for a combination of dimensions that did not occur,
 * so zero is no data.
 */
export function counterSeries(of: SeriesOf, events: Float32Array): MinuteSeries {
  const one = new Float32Array(events.length).fill(1);
  return { ...of, sum: events, count: events, minimum: one, maximum: one };
}

/** A gauge: one sample a minute; not-a-number where there is none. */
export function gaugeSeries(of: SeriesOf, values: Float32Array): MinuteSeries {
  const count = new Float32Array(values.length);
  const sum = values.slice();
  for (let minute = 0; minute < values.length; minute++) {
    if (Number.isNaN(sum[minute])) sum[minute] = 0;
    else count[minute] = 1;
  }
  return { ...of, sum, count, minimum: sum, maximum: sum };
}
