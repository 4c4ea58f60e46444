import {
  BudgetingMethod,
  Counting,
  IndicatorForm,
  IndicatorSource,
  judgedSlice,
  type Objective,
  type SliCounts,
} from "@ringfence/core/levels";
import { between, runningSums } from "../evaluation";
import { LOGS, type MinuteSeries, seriesOf, shareWithin, type Telemetry } from "../telemetry";
import { quantileReader } from "./slowest";

/** Good and all events of an objective, bin after bin. */
export interface SliSeries {
  /** Minutes of a bin: 1 for events, the slice's length for slices. */
  binMinutes: number;
  good: Float32Array;
  total: Float32Array;
  /** What a slice counts for by the part of it that has been seen, from a minute up to but not including another. */
  partly?: (from: number, to: number) => SliCounts;
}

/** The logs that an objective's sources read, and what they call the names of `only`. */
const logs: Readonly<Record<IndicatorSource, { log: string; names: string }>> = {
  [IndicatorSource.Requests]: { log: "AppRequests", names: "Service" },
  [IndicatorSource.ModelCalls]: { log: "AppDependencies", names: "Deployment" },
  [IndicatorSource.Gateway]: { log: "ApiManagementGatewayLogs", names: "Api" },
  [IndicatorSource.ModelRequests]: { log: "RequestResponse", names: "Deployment" },
  [IndicatorSource.Evaluations]: { log: "Evaluations", names: "Evaluator" },
};

/** The log that an objective is read from. */
export function logOf({ source }: Pick<Objective, "source">): string {
  return logs[source].log;
}

/** What has been counted already: an objective's rules all read the same counts. */
const counted = new WeakMap<Telemetry["series"], Map<Objective, SliSeries | undefined>>();

/** What an objective would count in telemetry. Undefined where the telemetry has nothing of its source. */
export function sliSeries(objective: Objective, telemetry: Telemetry): SliSeries | undefined {
  const known = counted.get(telemetry.series) ?? new Map<Objective, SliSeries | undefined>();
  counted.set(telemetry.series, known);
  if (!known.has(objective)) known.set(objective, countedFrom(objective, telemetry));
  return known.get(objective);
}

function countedFrom(objective: Objective, telemetry: Telemetry): SliSeries | undefined {
  const { log, names } = logs[objective.source];
  const wanted = objective.evaluator === undefined ? objective.only : [objective.evaluator];
  const series = seriesOf(telemetry, LOGS, log).filter(
    ({ dimensions }) =>
      wanted.length === 0 || wanted.some((name) => name.toLowerCase() === dimensions[names]?.toLowerCase()),
  );
  if (series.length === 0) return undefined;
  const { minutes } = telemetry.axis;
  return objective.method === BudgetingMethod.Timeslices
    ? slices(objective, series, minutes)
    : occurrences(objective, series, minutes);
}

function occurrences(objective: Objective, series: readonly MinuteSeries[], minutes: number): SliSeries {
  const [good, total] = [new Float32Array(minutes), new Float32Array(minutes)];
  const bound = objective.form === IndicatorForm.LatencyShare ? objective.underMilliseconds : undefined;
  for (const one of series) {
    const counting = bound === undefined ? countingOf(objective, one) : one.latency && Counting.Good;
    if (counting === undefined || counting === Counting.LeftOut) continue;
    for (let minute = 0; minute < minutes; minute++) {
      const events = one.count[minute] ?? 0;
      if (events === 0) continue;
      total[minute] = (total[minute] ?? 0) + events;
      if (counting === Counting.Bad) continue;
      const within =
        bound === undefined || one.latency === undefined
          ? 1
          : shareWithin({ median: one.latency.median[minute] ?? 0, sigma: one.latency.sigma }, bound);
      good[minute] = (good[minute] ?? 0) + events * within;
    }
  }
  return { binMinutes: 1, good, total };
}

/** What a request's outcome counts for; 429 of a deployment that spills over is answered by another one. */
function countingOf({ counting }: Objective, { dimensions }: MinuteSeries): Counting {
  if (dimensions.Code === "200") return Counting.Good;
  if (dimensions.Code === "429") return dimensions.Spills === "yes" ? Counting.LeftOut : counting.throttled;
  if (dimensions.Code === "400") return counting.filtered;
  return counting.serverErrors;
}

function slices(objective: Objective, series: readonly MinuteSeries[], minutes: number): SliSeries {
  const { binMinutes, minimumSamples, underMilliseconds: under, atLeast, quantile = 50 } = objective;
  const bins = Math.floor(minutes / binMinutes);
  const [good, total] = [new Float32Array(bins), new Float32Array(bins)];
  const measured = series.filter(
    ({ latency }) => objective.form === IndicatorForm.EvaluationScore || latency !== undefined,
  );
  const counts = measured.map(({ count }) => runningSums(count));
  const values = measured.map((one) =>
    objective.form === IndicatorForm.EvaluationScore ? meanReader(one) : quantileReader(one, quantile / 100, 1),
  );
  const judge = (end: number, length: number): SliCounts => {
    let [samples, sum] = [0, 0];
    for (const [index, read] of values.entries()) {
      const value = read(end, length);
      if (value === undefined) continue;
      const seen = between(counts[index] ?? new Float64Array(1), end, length);
      samples += seen;
      sum += value * seen;
    }
    const value = samples === 0 ? undefined : sum / samples;
    return judgedSlice({ value, samples }, { minimumSamples, under, atLeast });
  };
  for (let bin = 0; bin < bins; bin++) {
    const judged = judge((bin + 1) * binMinutes, binMinutes);
    good[bin] = judged.good;
    total[bin] = judged.total;
  }
  return { binMinutes, good, total, partly: (from, to) => judge(to, to - from) };
}

function meanReader({ sum, count }: MinuteSeries): (end: number, length: number) => number | undefined {
  const [sums, counts] = [runningSums(sum), runningSums(count)];
  return (end, length) => {
    const samples = between(counts, end, length);
    return samples === 0 ? undefined : between(sums, end, length) / samples;
  };
}
