/** Milliseconds. */
export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** Both keys work for 24 hours after a new one was published; this is an hour more. */
export const OVERLAP = 25 * HOUR;

/** After this a worker that was killed has lost its lease, and its event comes again. */
export const GIVEN_UP = 21 * 60_000;
