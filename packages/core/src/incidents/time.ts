export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const DAY = 24 * 60 * MINUTE;

/** Milliseconds since 1970 of a time in ISO 8601. */
export function instant(time: string): number {
  return Date.parse(time);
}

/** ISO 8601 in UTC. */
export function iso(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
