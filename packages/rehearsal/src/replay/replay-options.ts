import type { ProgressEvent } from "../engine";

/** What to replay, and on which data. */
export interface ReplayOptions {
  /** The project's directory, or one inside it. */
  directory: string;
  /** The stack; `prod`, or the only one, where left out. */
  stack?: string;
  /** Configuration over the stack's own. */
  config?: Record<string, string>;
  /** Other thresholds, by the alert's id or the rule's name. */
  overrides?: Record<string, number>;
  /** Days of generated data; 126 where left out, in which all incidents of the library fit. */
  days?: number;
  /** The day, `2026-01-05`, at whose midnight in UTC the generated data begins. */
  from?: string;
  /** The same seed gives the same data; 1 where left out. */
  seed?: number;
  /** The users' time zone; UTC where left out. */
  timeZone?: string;
  /** Calls a minute in the busiest hour of the week, for each model deployment. */
  callsPerMinute?: number;
  /** A file of recorded data, which is replayed instead of generated data. */
  data?: string;
  onProgress?: (event: ProgressEvent) => void;
}

/** What holds where nothing is said. The first day is a Monday in the year that the library was made in. */
export const usualOptions = { days: 126, from: "2026-01-05", seed: 1, timeZone: "UTC" } as const;
