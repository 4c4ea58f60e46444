import type { LogMeasure } from "../evaluation";
import { LOGS } from "../telemetry";
import { grouped } from "./grouped";
import { delayOf } from "./log-delay";

/** How long something has been silent. */
export interface Silence {
  measures: string;
  log: string;
  /** Minutes of the query's unit: 60 for hours. */
  unit: number;
  /** What the query gives where nothing is within its window; no row where left out. */
  atMost?: number;
}

/** Time since an event was last seen, by the clock of the query: what is on its way has not been seen. */
export function silenceOf({ measures, log, unit, atMost }: Silence): LogMeasure {
  return {
    kind: "measure",
    measures,
    reads: [[LOGS, log]],
    delay: delayOf(log),
    read: (telemetry) =>
      new Map(
        [...grouped(telemetry, log, undefined)].map(([of, series]) => {
          const last = lastSeen(series.map(({ count }) => count));
          return [
            of,
            (end: number, length: number) => {
              const seen = last[Math.min(end, last.length - 1)] ?? -1;
              return seen < Math.max(0, end - length) ? atMost : (end + delayOf(log) - seen) / unit;
            },
          ] as const;
        }),
      ),
  };
}

/** For each minute the last one before it in which anything happened; -1 where nothing had. */
function lastSeen(counts: readonly Float32Array[]): Int32Array {
  const minutes = counts[0]?.length ?? 0;
  const last = new Int32Array(minutes + 1).fill(-1);
  for (let minute = 0; minute < minutes; minute++)
    last[minute + 1] = counts.some((count) => (count[minute] ?? 0) > 0) ? minute : (last[minute] ?? -1);
  return last;
}
