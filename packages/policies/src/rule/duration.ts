const ISO_DURATION =
  /^P(?:(\d+(?:\.\d+)?)Y)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)W)?(?:(\d+(?:\.\d+)?)D)?(?:T(?:(\d+(?:\.\d+)?)H)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)S)?)?$/i;

/** Seconds in a year, a month (a twelfth of it), a week, a day, an hour, a minute and a second. */
const SECONDS = [31_557_600, 2_629_800, 604_800, 86_400, 3_600, 60, 1] as const;

/**
 * The length of an ISO 8601 duration such as `P90D` or `PT2H` in seconds; undefined if it is none. A year counts 365.25
 * days and a month a twelfth of it: close enough for limits that people set in days.
 */
export function durationSeconds(text: unknown): number | undefined {
  if (typeof text !== "string") return undefined;
  const parts = ISO_DURATION.exec(text)?.slice(1);
  if (parts === undefined || parts.every((part) => part === undefined)) return undefined;
  return SECONDS.reduce((sum, seconds, index) => sum + seconds * Number(parts[index] ?? 0), 0);
}

/** The same in days. */
export function durationDays(text: unknown): number | undefined {
  const seconds = durationSeconds(text);
  return seconds === undefined ? undefined : seconds / 86_400;
}
