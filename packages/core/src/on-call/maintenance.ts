import { DateTime } from "luxon";
import { atClockTime } from "./clock-time";
import { type Weekday, weekdays } from "./weekday";

/** The hours of a window that comes again every week. */
export interface WeeklyHours {
  /** The days on which it begins. */
  days: Weekday[];
  /** When it begins, hours and minutes: `22:00`. */
  from: string;
  /** When it ends; on the next day where that is not after it begins: `02:00`. */
  until: string;
}

/** A time in which nobody is told, because somebody is at work. */
export interface Maintenance {
  /** When it begins, or from when on it comes every week; local time without an offset. */
  from?: string;
  /** When it ends, or until when it comes every week. */
  until?: string;
  weekly?: WeeklyHours;
  /** The time zone of all times. UTC when left out. */
  timeZone?: string;
}

/** The moment itself outside the window, else when the window ends. */
export function maintenanceOver(window: Maintenance, moment: Date): Date {
  const { from, until, weekly, timeZone: zone = "UTC" } = window;
  const local = DateTime.fromJSDate(moment, { zone });
  const [first, last] = [from, until].map((time) =>
    time === undefined ? undefined : DateTime.fromISO(time, { zone }),
  );
  if ((first && local < first) || (last && local >= last)) return moment;
  if (weekly === undefined) return last?.toJSDate() ?? moment;
  for (const daysAgo of [0, 1]) {
    const day = local.minus({ days: daysAgo });
    const name = weekdays[day.weekday - 1];
    if (name === undefined || !weekly.days.includes(name)) continue;
    const begins = atClockTime(day, weekly.from);
    const sameDay = atClockTime(day, weekly.until);
    const ends = sameDay > begins ? sameDay : atClockTime(day.plus({ days: 1 }), weekly.until);
    if (local >= begins && local < ends) return (last && last < ends ? last : ends).toJSDate();
  }
  return moment;
}
