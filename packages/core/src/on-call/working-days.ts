import { DateTime } from "luxon";
import { type Weekday, weekdays, workingWeek } from "./weekday";

/** The days on which a team works. */
export interface WorkCalendar {
  /** The time zone in which days begin and end: `Europe/Stockholm`. */
  timeZone: string;
  /** The days of the week. Monday to Friday when left out. */
  days?: Weekday[];
  /** Days off, each as `2026-12-24`. No country's are built in: say which ones your team keeps. */
  holidays?: string[];
}

/** Whether the team works on the local day of a moment. */
export function isWorkingDay(calendar: WorkCalendar, moment: Date): boolean {
  return isWorked(calendar, DateTime.fromJSDate(moment, { zone: calendar.timeZone }));
}

/** The end of the nth working day after the day of a moment: what happens on Friday has all of next Friday for five. */
export function endOfWorkingDay(calendar: WorkCalendar, moment: Date, count: number): Date {
  let day = DateTime.fromJSDate(moment, { zone: calendar.timeZone }).startOf("day");
  for (let passed = 0; passed < count; ) {
    day = day.plus({ days: 1 });
    if (isWorked(calendar, day)) passed += 1;
  }
  return day.endOf("day").toJSDate();
}

/** The end of a day of the calendar such as `2026-12-15`, worked or not. */
export function endOfDay({ timeZone }: WorkCalendar, day: string): Date {
  return DateTime.fromISO(day, { zone: timeZone }).endOf("day").toJSDate();
}

/** Whether a local day is one of the team's. */
export function isWorked({ days = [...workingWeek], holidays = [] }: WorkCalendar, day: DateTime): boolean {
  const name = weekdays[day.weekday - 1];
  return name !== undefined && days.includes(name) && !holidays.includes(day.toFormat("yyyy-MM-dd"));
}
