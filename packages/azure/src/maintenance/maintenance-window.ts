import type { Input } from "@pulumi/pulumi";

/** The days of the week, as Azure's schedules spell them. */
export const Weekday = {
  Monday: "Monday",
  Tuesday: "Tuesday",
  Wednesday: "Wednesday",
  Thursday: "Thursday",
  Friday: "Friday",
  Saturday: "Saturday",
  Sunday: "Sunday",
} as const;
export type Weekday = (typeof Weekday)[keyof typeof Weekday];

/**
 * A time in which alerts tell nobody, because somebody is at work on what they watch. Alerts still fire and are
 * recorded. Give `from` and `until` for work that happens once, `weekly` for work that comes again.
 */
export interface MaintenanceWindowArgs {
  /** Tells the window apart from the ring's others: 2 to 24 lower-case letters, digits and hyphens. */
  name: string;
  /** Why nobody needs to hear of it, for whoever audits it: one sentence of at most 256 characters. */
  reason: string;
  /** When it begins, in local time without an offset: `2026-12-01T22:00:00`. */
  from?: string;
  /** When it ends, in local time without an offset. A window that happens once lasts at most 7 days. */
  until?: string;
  /** When it comes again every week. With it, `from` and `until` say between which days it does so at all. */
  weekly?: WeeklyWindowArgs;
  /** The time zone of all times: `Europe/Stockholm`. UTC when left out. */
  timeZone?: string;
  /** The ids of the alert rules that are silent, at most 100 of them. All of the ring's resource group when left out. */
  alertRuleIds?: Input<string>[];
}

/** The hours of a window that comes again every week. */
export interface WeeklyWindowArgs {
  /** The days on which it begins. */
  days: Weekday[];
  /** When it begins, hours and minutes: `22:00`. */
  from: string;
  /** When it ends; on the next day where that is before it begins: `02:00`. */
  until: string;
}
