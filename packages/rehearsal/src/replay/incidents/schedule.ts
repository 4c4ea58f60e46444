import { DAY, MINUTE, type Pull, type TimeAxis, type Workload, zoneOffset } from "../telemetry";
import type { Incident } from "./incident";
import { strengthOf } from "./strength";

/** An incident with its place in time; minutes are of the telemetry's axis. */
export interface ScheduledIncident {
  incident: Incident;
  start: number;
  /** The first minute after it. */
  end: number;
}

/** Quiet days before the first incident, so that every window is full and every job has run. */
const WARM_UP_DAYS = 4;

/** Quiet days after an incident, so that the longest windows of alerts, two days of logs, have forgotten it. */
const DAYS_BETWEEN = 2;

/**
 * Places incidents one after the other on working days, each at its local time. Gives those that fit, and those for
 * which the axis is too short.
 */
export function scheduleIncidents(
  incidents: readonly Incident[],
  axis: TimeAxis,
  timeZone: string,
): { scheduled: ScheduledIncident[]; left: Incident[] } {
  const scheduled: ScheduledIncident[] = [];
  const left: Incident[] = [];
  let earliest = WARM_UP_DAYS * DAY;
  for (const incident of incidents) {
    const start = nextStart(incident, axis, timeZone, earliest);
    const end = start + incident.minutes;
    if (end + DAYS_BETWEEN * DAY > axis.minutes) {
      left.push(incident);
      continue;
    }
    scheduled.push({ incident, start, end });
    earliest = end + DAYS_BETWEEN * DAY;
  }
  return { scheduled, left };
}

/** What scheduled incidents do to the levers of a workload. */
export function pullsOf(scheduled: readonly ScheduledIncident[], { deployments }: Workload): Pull[] {
  return scheduled.flatMap(({ incident, start }) =>
    incident.changes.flatMap(({ lever, value, deployments: kind, leadMinutes = 0 }) => {
      const pull = { lever, value, from: start - leadMinutes, strength: strengthOf(incident, leadMinutes) };
      if (kind === undefined) return [pull];
      return deployments.filter((one) => one.kind === kind).map(({ name }) => ({ ...pull, deployment: name }));
    }),
  );
}

function nextStart({ startsAt, inUtc = false }: Incident, axis: TimeAxis, timeZone: string, earliest: number): number {
  const offsetAt = zoneOffset(inUtc ? "UTC" : timeZone);
  const [hour = 0, minute = 0] = startsAt.split(":").map(Number);
  for (let day = Math.floor(earliest / DAY); ; day++) {
    const midday = axis.start + (day * DAY + DAY / 2) * MINUTE;
    const local = Math.floor(midday / MINUTE) + offsetAt(midday);
    const weekday = (Math.floor(local / DAY) + 3) % 7;
    const start = Math.floor(local / DAY) * DAY + hour * 60 + minute - offsetAt(midday) - axis.start / MINUTE;
    if (weekday < 5 && start >= earliest) return start;
  }
}
