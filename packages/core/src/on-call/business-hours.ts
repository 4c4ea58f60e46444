import { DateTime } from "luxon";
import type { Severity } from "../severities";
import { atClockTime } from "./clock-time";
import type { Weekday } from "./weekday";
import { isWorked } from "./working-days";

/** When people are told of what wakes nobody. */
export interface BusinessHours {
  /** The time zone of the hours: `Europe/Stockholm`. */
  timeZone: string;
  /** The days of the week. Monday to Friday when left out. */
  days?: Weekday[];
  /** When they begin, hours and minutes. 08:00 when left out. */
  from?: string;
  /** When they end, later on the same day. 18:00 when left out. */
  until?: string;
  /** Days off, each as `2026-12-24`. */
  holidays?: string[];
  /** The severities that wait for them. Sev3 and Sev4 when left out; those that page cannot wait. */
  severities?: Severity[];
}

/** Business hours with what is left out filled in. */
export function fullHours(hours: BusinessHours): Required<BusinessHours> {
  return {
    from: "08:00",
    until: "18:00",
    holidays: [],
    days: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"],
    severities: ["Sev3", "Sev4"],
    ...hours,
  };
}

/** The longest run of days off that anybody has; a calendar in which no day is worked would be searched for ever. */
const LONGEST_BREAK_DAYS = 366;

/** The moment itself within business hours, else when they next begin. */
export function openFrom(given: BusinessHours, moment: Date): Date {
  const hours = fullHours(given);
  const local = DateTime.fromJSDate(moment, { zone: hours.timeZone });
  for (let ahead = 0; ahead <= LONGEST_BREAK_DAYS; ahead += 1) {
    const day = local.plus({ days: ahead });
    if (!isWorked(hours, day)) continue;
    const [opens, closes] = [atClockTime(day, hours.from), atClockTime(day, hours.until)];
    if (local < opens) return opens.toJSDate();
    if (local < closes) return moment;
  }
  throw new RangeError(`no business hours within ${LONGEST_BREAK_DAYS} days of ${moment.toISOString()}`);
}
