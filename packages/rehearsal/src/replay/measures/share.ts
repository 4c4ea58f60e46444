import { between, type LogMeasure, runningSums } from "../evaluation";
import { LOGS } from "../telemetry";
import { grouped } from "./grouped";
import { delayOf } from "./log-delay";

/** A share that a query reckons. */
export interface Share {
  measures: string;
  log: string;
  /** The dimension of which each value is judged by itself. */
  by?: string;
  /** The values of a dimension that are bad. */
  bad: { dimension: string; values: readonly string[] };
  /** Only series with these dimensions. */
  only?: Readonly<Record<string, string>>;
  /** Whether the square root of the bad events' number is taken off it, as what chance may have added. */
  lessChance?: boolean;
  /** Below so many events the query gives no row; 20 where left out. */
  atLeast?: number;
}

/** Below so many events most of the catalogue's queries give no row: a share of a few says nothing. */
export const LEAST_EVENTS = 20;

/** The percent of events that are bad. */
export function shareOf({
  measures,
  log,
  by,
  bad,
  only,
  lessChance = false,
  atLeast = LEAST_EVENTS,
}: Share): LogMeasure {
  return {
    kind: "measure",
    measures,
    reads: [[LOGS, log]],
    delay: delayOf(log),
    read: (telemetry) =>
      new Map(
        [...grouped(telemetry, log, by, only)].map(([of, series]) => {
          const all = series.map(({ count }) => runningSums(count));
          const failed = series
            .filter(({ dimensions }) => bad.values.includes(dimensions[bad.dimension] ?? ""))
            .map(({ count }) => runningSums(count));
          const total = (sums: readonly Float64Array[], end: number, length: number) =>
            sums.reduce((sum, one) => sum + between(one, end, length), 0);
          return [
            of,
            (end: number, length: number) => {
              const events = total(all, end, length);
              const broken = total(failed, end, length);
              return events < atLeast ? undefined : (100 * (lessChance ? broken - Math.sqrt(broken) : broken)) / events;
            },
          ] as const;
        }),
      ),
  };
}
