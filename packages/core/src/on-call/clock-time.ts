import type { DateTime } from "luxon";
import type { Problem } from "../problems";

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const MOMENT = /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/;

/** What is wrong with a time of day, hours and minutes. */
export function clockTimeProblems(path: string, time: unknown): Problem[] {
  if (typeof time === "string" && TIME.test(time)) return [];
  return [{ path, problem: `${JSON.stringify(time)} is not a time of day such as 22:00` }];
}

/** What is wrong with a day of the calendar. */
export function dateProblems(path: string, date: unknown): Problem[] {
  if (typeof date === "string" && DATE.test(date) && isInCalendar(`${date}T00:00:00`)) return [];
  return [{ path, problem: `${JSON.stringify(date)} is not a day such as 2026-12-24` }];
}

/** What is wrong with a local moment, which has no offset. */
export function momentProblems(path: string, moment: unknown): Problem[] {
  if (typeof moment === "string" && MOMENT.test(moment) && isInCalendar(moment)) return [];
  const problem = `${JSON.stringify(moment)} is not a local time such as 2026-12-01T22:00:00; the zone is timeZone's`;
  return [{ path, problem }];
}

/** The given day at a time of day. A time that daylight saving skips is an hour later, as on every other clock. */
export function atClockTime(day: DateTime, time: string): DateTime {
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  return day.startOf("day").set({ hour, minute });
}

function isInCalendar(moment: string): boolean {
  const parsed = new Date(`${moment}Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(moment);
}
