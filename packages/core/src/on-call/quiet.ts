import type { Severity } from "../severities";
import { type BusinessHours, fullHours, openFrom } from "./business-hours";
import { type Maintenance, maintenanceOver } from "./maintenance";

/** Windows that follow each other without a gap for longer than this many turns are a mistake. */
const MOST_TURNS = 1000;

/**
 * Until when nobody is told of an incident of a severity: the moment itself outside every maintenance window and, for
 * the severities that wait, within business hours.
 */
export function quietTimes(
  maintenance: readonly Maintenance[],
  businessHours?: BusinessHours,
): (moment: Date, severity: Severity) => Date {
  return (moment, severity) => {
    let at = moment;
    for (let turn = 0; turn < MOST_TURNS; turn += 1) {
      const worked = maintenance.reduce((time, window) => maintenanceOver(window, time), at);
      const waits = businessHours !== undefined && fullHours(businessHours).severities.includes(severity);
      const next = waits ? openFrom(businessHours, worked) : worked;
      if (next.getTime() === at.getTime()) return at;
      at = next;
    }
    throw new RangeError(
      `maintenance and business hours leave no moment to tell anybody after ${moment.toISOString()}`,
    );
  };
}
