import { DateTime } from "luxon";
import type { RunbookFrontMatter } from "./front-matter";

/** The day on which a page has to be read again, `YYYY-MM-DD`. */
export function reviewDue({ reviewed, reviewEveryDays }: RunbookFrontMatter): string {
  return DateTime.fromISO(reviewed, { zone: "utc" }).plus({ days: reviewEveryDays }).toISODate() ?? reviewed;
}

/** By how many days a page's review is late on a day; 0 or less while it is not. */
export function reviewLateBy(page: RunbookFrontMatter, today: Date): number {
  const now = DateTime.fromJSDate(today, { zone: "utc" }).startOf("day");
  return now.diff(DateTime.fromISO(reviewDue(page), { zone: "utc" }), "days").days;
}
