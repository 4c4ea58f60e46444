/** The minutes that telemetry is about. */
export interface TimeAxis {
  /** The first minute, in milliseconds since 1970, UTC. */
  start: number;
  /** How many minutes. */
  minutes: number;
}

/** Milliseconds in a minute. */
export const MINUTE = 60_000;

/** Minutes in a day. */
export const DAY = 1440;

/** A minute of the axis as a moment in ISO 8601. */
export function momentOf(axis: TimeAxis, minute: number): string {
  return new Date(axis.start + minute * MINUTE).toISOString().replace(/:00\.000Z$/, "Z");
}
