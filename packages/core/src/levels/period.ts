import { DateTime, IANAZone } from "luxon";

/** The calendar's periods that an objective may hold over. */
export const CalendarUnit = { Week: "week", Month: "month" } as const;
export type CalendarUnit = (typeof CalendarUnit)[keyof typeof CalendarUnit];

/** The last so many days, at any moment. */
export interface RollingPeriod {
  readonly kind: "rolling";
  readonly days: number;
}

/** A week from Monday, or a month, in a time zone; the budget starts anew with each. */
export interface CalendarPeriod {
  readonly kind: "calendar";
  readonly unit: CalendarUnit;
  /** The zone in IANA's words: `Europe/Stockholm`. */
  readonly timeZone: string;
}

/** Over which time an objective holds. */
export type Period = RollingPeriod | CalendarPeriod;

/** From when to when; the end does not belong to it. */
export interface Span {
  readonly start: Date;
  readonly end: Date;
}

/** Days that burn-rate factors are reckoned with; a month counts as 30 whatever its length. */
const nominal: Readonly<Record<CalendarUnit, number>> = { week: 7, month: 30 };

/** The most days that a period can have, and so the days that its events must be kept. */
const longest: Readonly<Record<CalendarUnit, number>> = { week: 7, month: 31 };

/**
 * A period as people write it: `30d`, `4w`, `calendar-month`, `calendar-week`. Undefined for anything else, and for a
 * time zone that does not exist. The zone is UTC unless stated, and means nothing to a rolling period.
 */
export function parsePeriod(text: string, timeZone = "UTC"): Period | undefined {
  const unit = Object.values(CalendarUnit).find((known) => text === `calendar-${known}`);
  if (unit !== undefined) return IANAZone.isValidZone(timeZone) ? { kind: "calendar", unit, timeZone } : undefined;
  const [, count = "", letter = ""] = /^([1-9]\d{0,3})([dw])$/.exec(text) ?? [];
  if (letter === "") return undefined;
  return { kind: "rolling", days: Number(count) * (letter === "w" ? 7 : 1) };
}

/** A period as people write it; what `parsePeriod` reads. */
export function periodText(period: Period): string {
  return period.kind === "rolling" ? `${period.days}d` : `calendar-${period.unit}`;
}

/** Days that a period's burn-rate factors are reckoned with: 30 for a calendar month, 7 for a week. */
export function nominalDays(period: Period): number {
  return period.kind === "rolling" ? period.days : nominal[period.unit];
}

/** Days that a period lasts at most: 31 for a calendar month. Logs must be kept at least as long. */
export function longestDays(period: Period): number {
  return period.kind === "rolling" ? period.days : longest[period.unit];
}

/** The period that holds at a moment: a rolling one ends there, a calendar's begins and ends in its time zone. */
export function spanAt(period: Period, now: Date): Span {
  if (period.kind === "rolling") return { start: new Date(now.getTime() - period.days * 86_400_000), end: now };
  const local = DateTime.fromJSDate(now, { zone: period.timeZone });
  const start = local.startOf(period.unit);
  return { start: start.toJSDate(), end: start.plus({ [period.unit]: 1 }).toJSDate() };
}
