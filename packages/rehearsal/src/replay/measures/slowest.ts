import { between, type LogMeasure, runningSums, type WindowValue } from "../evaluation";
import { LOGS, latencyQuantile, type MinuteSeries } from "../telemetry";
import { grouped } from "./grouped";
import { delayOf } from "./log-delay";
import { LEAST_EVENTS } from "./share";

/** Milliseconds under which 95 of 100 successful calls stayed. */
export function slowestOf(log: string, by: string): LogMeasure {
  return {
    kind: "measure",
    measures: "95th percentile of the durations of successful calls",
    reads: [[LOGS, log]],
    delay: delayOf(log),
    readsDurations: true,
    read: (telemetry) =>
      new Map(
        [...grouped(telemetry, log, by, { Code: "200" })].flatMap(([of, [series]]) =>
          series === undefined ? [] : [[of, quantileReader(series, 0.95, LEAST_EVENTS)] as const],
        ),
      ),
  };
}

/**
 * A quantile of a window's response times: the minutes' own quantiles, each weighted by its calls. Exact while the
 * median stands still, and close to it while it moves, because a window's minutes are alike.
 */
export function quantileReader({ count, latency }: MinuteSeries, quantile: number, atLeast: number): WindowValue {
  const counts = runningSums(count);
  const weighted = runningSums(
    count.map((calls, minute) =>
      latency === undefined || calls === 0
        ? 0
        : calls * latencyQuantile({ median: latency.median[minute] ?? 0, sigma: latency.sigma }, quantile),
    ),
  );
  return (end, length) => {
    const calls = between(counts, end, length);
    return calls < atLeast ? undefined : between(weighted, end, length) / calls;
  };
}
