import { DateTime } from "luxon";
import { atClockTime } from "./clock-time";

/** How often somebody else takes over. */
export const Handover = { Daily: "daily", Weekly: "weekly" } as const;
export type Handover = (typeof Handover)[keyof typeof Handover];

/** Who is on call when: people who take turns. */
export interface Rotation {
  /** Tells the rotation apart: 2 to 24 lower-case letters, digits and hyphens. */
  name: string;
  /** The people in turn, by name or address; no telephone numbers or keys, because it is printed. */
  people: string[];
  /** How often somebody else takes over: daily or weekly. */
  handover: Handover;
  /** The day on which the first person takes over first; a weekly rotation hands over on that day of the week. */
  startsOn: string;
  /** The local time of the handover, hours and minutes: `09:00`. */
  handoverAt: string;
  /** The time zone of the handover: `Europe/Stockholm`. */
  timeZone: string;
  /** Who stands in for whoever it would be. The last one that fits holds. */
  overrides?: RotationOverride[];
}

/** Somebody stands in. */
export interface RotationOverride {
  /** From when on, in the rotation's local time: `2026-12-24T09:00:00`. */
  from: string;
  /** Until when, in the rotation's local time. */
  until: string;
  /** Who. */
  person: string;
}

/** One person's time on call. */
export interface Shift {
  readonly person: string;
  readonly from: Date;
  readonly until: Date;
}

const days: Record<Handover, number> = { daily: 1, weekly: 7 };

/**
 * Whose turn it is at a moment, without overrides. Handovers are at the same local time all year: a shift over a change
 * to or from daylight saving is an hour shorter or longer.
 */
export function shiftAt(rotation: Rotation, moment: Date): Shift {
  const { people, handover, startsOn, handoverAt, timeZone } = rotation;
  const first = DateTime.fromISO(startsOn, { zone: timeZone });
  const local = DateTime.fromJSDate(moment, { zone: timeZone });
  const started = local < atClockTime(local, handoverAt) ? local.minus({ days: 1 }) : local;
  const passed = Math.round(started.startOf("day").diff(first.startOf("day"), "days").days);
  const turn = Math.floor(passed / days[handover]);
  const person = people[((turn % people.length) + people.length) % people.length];
  if (person === undefined) throw new RangeError(`the rotation ${rotation.name} has no people`);
  const beginning = (which: number) => atClockTime(first.plus({ days: which * days[handover] }), handoverAt).toJSDate();
  return { person, from: beginning(turn), until: beginning(turn + 1) };
}

/** Who is on call at a moment, overrides included. A rotation counts backwards before its first day. */
export function onCallAt(rotation: Rotation, moment: Date): string {
  const local = (time: string) => DateTime.fromISO(time, { zone: rotation.timeZone }).toJSDate();
  const override = (rotation.overrides ?? []).findLast(
    ({ from, until }) => local(from) <= moment && moment < local(until),
  );
  return override?.person ?? shiftAt(rotation, moment).person;
}
