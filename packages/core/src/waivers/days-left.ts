import { dayOf } from "./shape";

const DAY = 24 * 60 * 60 * 1000;

/** Whole days until a day `YYYY-MM-DD` in UTC ends, that day included; zero or less when it is over. */
export function daysLeft(day: string, now: Date): number {
  const end = (dayOf(day) ?? 0) + DAY;
  return Math.ceil((end - now.getTime()) / DAY);
}
