import { between, type LogMeasure, runningSums, windowReader } from "../evaluation";
import { LOGS, type MinuteSeries, seriesOf, type Telemetry } from "../telemetry";

/**
 * What the queries of the catalogue's log alerts measure, by the alert's id, told in the log series of the telemetry.
 * A row without an entry here is reported as not replayed.
 */
export const logMeasures: Readonly<Record<string, LogMeasure>> = {
  "model-turned-away-share": shareOf({
    measures: "percent of a deployment's calls answered 429, from 20 calls on",
    metric: "RequestResponse",
    by: "Deployment",
    bad: { dimension: "ResultSignature", value: "429" },
    atLeast: 20,
  }),
  "rotation-sweep-dead": hoursSince("JobSignsOfLife"),
  "job-not-run": hoursSince("JobSignsOfLife"),
  "secret-near-expiry": {
    kind: "measure",
    measures: "hours since a near-expiry notice that no new version has answered",
    reads: [[LOGS, "NearExpiryHours"]],
    read: (telemetry) =>
      new Map(
        seriesOf(telemetry, LOGS, "NearExpiryHours").map((series) => [
          labelOf(series, "Item"),
          latest(windowReader(series, "Maximum")),
        ]),
      ),
  },
};

interface Share {
  measures: string;
  metric: string;
  /** The dimension of which each value is judged by itself. */
  by?: string;
  bad: { dimension: string; value: string };
  /** Fewer events give no number. */
  atLeast: number;
}

/** The percent of events that are bad. */
function shareOf({ measures, metric, by, bad, atLeast }: Share): LogMeasure {
  return {
    kind: "measure",
    measures,
    reads: [[LOGS, metric]],
    read: (telemetry) => {
      const groups = grouped(seriesOf(telemetry, LOGS, metric), by);
      return new Map(
        [...groups].map(([of, series]) => {
          const all = series.map(({ count }) => runningSums(count));
          const failed = series
            .filter(({ dimensions }) => dimensions[bad.dimension] === bad.value)
            .map(({ count }) => runningSums(count));
          const total = (sums: Float64Array[], end: number, length: number) =>
            sums.reduce((sum, one) => sum + between(one, end, length), 0);
          return [
            of,
            (end, length) => {
              const events = total(all, end, length);
              return events < atLeast ? undefined : (100 * total(failed, end, length)) / events;
            },
          ] as const;
        }),
      );
    },
  };
}

/** Hours since an event was last seen; 48 where none is within the two days that a log alert can look back. */
function hoursSince(metric: string): LogMeasure {
  return {
    kind: "measure",
    measures: "hours since the last sign of life",
    reads: [[LOGS, metric]],
    read: (telemetry: Telemetry) =>
      new Map(
        seriesOf(telemetry, LOGS, metric).map(({ count }) => {
          const last = new Int32Array(count.length + 1).fill(-1);
          for (let minute = 0; minute < count.length; minute++)
            last[minute + 1] = (count[minute] ?? 0) > 0 ? minute : (last[minute] ?? -1);
          return [
            "",
            (end: number, length: number) => {
              const seen = last[Math.min(end, count.length)] ?? -1;
              return seen < end - length ? 48 : (end - seen) / 60;
            },
          ] as const;
        }),
      ),
  };
}

/** What the window's greatest value is now: a notice that was answered counts no more. */
function latest(read: ReturnType<typeof windowReader>): ReturnType<typeof windowReader> {
  return (end) => read(end, 1);
}

function grouped(series: readonly MinuteSeries[], by: string | undefined): Map<string, MinuteSeries[]> {
  const groups = new Map<string, MinuteSeries[]>();
  for (const one of series) {
    const of = by === undefined ? "" : labelOf(one, by);
    groups.set(of, [...(groups.get(of) ?? []), one]);
  }
  return groups;
}

function labelOf({ dimensions }: MinuteSeries, by: string): string {
  return `${by}=${dimensions[by] ?? ""}`;
}
