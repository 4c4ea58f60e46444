import { DateTime } from "luxon";
import type { Problem } from "../../problems";
import { CalendarUnit, type Period, parsePeriod } from "../period";
import { type Bag, bagOf, listIn } from "./document";

const FORMAT = "yyyy-MM-dd HH:mm:ss";

/** OpenSLO's lengths of the calendar's periods. */
const calendarDurations: Readonly<Record<CalendarUnit, string>> = { week: "1w", month: "1M" };

/** The first day of some period of each unit, which says when all of them begin. */
const firstDays: Readonly<Record<CalendarUnit, string>> = {
  week: "2026-01-05 00:00:00",
  month: "2026-01-01 00:00:00",
};

/** A period in OpenSLO's words. */
export function timeWindowOf(period: Period): Bag {
  if (period.kind === "rolling") return { duration: `${period.days}d`, isRolling: true };
  const { unit, timeZone } = period;
  return {
    duration: calendarDurations[unit],
    isRolling: false,
    calendar: { startTime: firstDays[unit], timeZone },
  };
}

/** The period of an SLO's spec, or why it is none of ours. */
export function periodIn(spec: Bag): Period | Problem {
  const windows = listIn(spec.timeWindow);
  if (windows.length !== 1)
    return { path: "spec.timeWindow", problem: `has ${windows.length} windows; an objective has one period` };
  const { duration, isRolling, calendar } = bagOf(windows[0]);
  const path = "spec.timeWindow[0]";
  const rolling = typeof duration === "string" ? parsePeriod(duration) : undefined;
  if (isRolling === true) {
    if (rolling?.kind === "rolling") return rolling;
    return {
      path: `${path}.duration`,
      problem: `${JSON.stringify(duration)} is no whole number of days or weeks: 30d, 4w`,
    };
  }
  const unit = Object.values(CalendarUnit).find((known) => calendarDurations[known] === duration);
  if (unit === undefined) {
    const hint = duration === "1m" ? "; 1m is one minute, a month is 1M" : "";
    return { path: `${path}.duration`, problem: `${JSON.stringify(duration)} is no calendar period: 1w or 1M${hint}` };
  }
  return calendarPeriod(unit, bagOf(calendar), `${path}.calendar`);
}

function calendarPeriod(unit: CalendarUnit, { startTime, timeZone }: Bag, path: string): Period | Problem {
  const period = parsePeriod(`calendar-${unit}`, typeof timeZone === "string" ? timeZone : "");
  if (period === undefined)
    return {
      path: `${path}.timeZone`,
      problem: `${JSON.stringify(timeZone)} is no time zone such as Europe/Stockholm`,
    };
  const start = DateTime.fromFormat(String(startTime), FORMAT, { zone: "utc" });
  if (start.isValid && start.equals(start.startOf(unit))) return period;
  const begins = unit === "week" ? "Monday at midnight" : "the first of the month at midnight";
  return {
    path: `${path}.startTime`,
    problem: `${JSON.stringify(startTime)} is not when a ${unit} begins here, which is ${begins}: ${firstDays[unit]}`,
  };
}
