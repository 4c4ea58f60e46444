import type * as alertsmanagement from "@pulumi/azure-native/alertsmanagement";
import type * as pulumi from "@pulumi/pulumi";
import { type BusinessHours, fullHours, weekdays } from "@ringfence/core/on-call";
import { windowsTimeZone } from "@ringfence/core/time-zones";
import { silence } from "../maintenance";
import type { RingContext } from "../ring/context";

/**
 * Keeps the severities that wait quiet outside business hours. Azure holds nothing back for later: the router tells of
 * what still lasts when the hours begin. Days off are the router's alone, because Azure's schedules have none.
 */
export function businessHoursRule(
  name: string,
  ring: RingContext,
  hours: BusinessHours,
  opts: pulumi.CustomResourceOptions,
): alertsmanagement.AlertProcessingRuleByName {
  const { timeZone, days, from, until, severities } = fullHours(hours);
  const idle = weekdays.filter((day) => !days.includes(day));
  return silence(
    `${name}-business-hours`,
    ring,
    {
      qualifier: "business-hours",
      description: `${severities.join(" and ")} wait for business hours, ${from} to ${until} in ${timeZone}`,
      // Azure gives every alert on its activity log Sev4, whatever it is about; those are told at any hour.
      conditions: [
        { field: "Severity", operator: "Equals", values: severities },
        { field: "SignalType", operator: "Equals", values: ["Metric", "Log"] },
      ],
      schedule: {
        timeZone: windowsTimeZone(timeZone),
        recurrences: [
          // A recurrence whose end is before its start lasts over midnight.
          { recurrenceType: "Daily", startTime: `${until}:00`, endTime: `${from}:00` },
          ...(idle.length > 0 ? [{ recurrenceType: "Weekly" as const, daysOfWeek: idle }] : []),
        ],
      },
      tags: {},
    },
    opts,
  );
}
