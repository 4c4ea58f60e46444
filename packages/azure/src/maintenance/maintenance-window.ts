import type { Input } from "@pulumi/pulumi";
import type { WeeklyHours } from "@ringfence/core/on-call";
import type { RingPart } from "../refuse/once-a-ring";

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
  weekly?: WeeklyHours;
  /** The time zone of all times: `Europe/Stockholm`. UTC when left out. */
  timeZone?: string;
  /** The ids of the alert rules that are silent, at most 100 of them. All of the ring's resource group when left out. */
  alertRuleIds?: Input<string>[];
}

/** The windows that a component makes, by the names that tell them apart in a ring. */
export function maintenanceParts(windows: readonly MaintenanceWindowArgs[] = []): RingPart[] {
  return windows.map(({ name }, index) => ({
    path: `maintenance[${index}].name`,
    what: `the maintenance window ${JSON.stringify(name)}`,
    instead: "give this one another name, or leave it to that component",
  }));
}
