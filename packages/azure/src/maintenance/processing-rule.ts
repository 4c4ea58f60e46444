import * as alertsmanagement from "@pulumi/azure-native/alertsmanagement";
import type { alertsmanagement as inputs } from "@pulumi/azure-native/types/input";
import type * as pulumi from "@pulumi/pulumi";
import { resourceName } from "@ringfence/core/naming";
import { windowsTimeZone } from "@ringfence/core/time-zones";
import type { RingContext } from "../ring/context";
import type { MaintenanceWindowArgs } from "./maintenance-window";

/** When an alert processing rule holds; times without an offset, in the zone that Windows names. */
export type ProcessingSchedule = inputs.ScheduleArgs;

/** What makes a rule that keeps alerts from telling anybody. */
export interface SilenceArgs {
  /** Tells the rule apart from the ring's others. */
  qualifier: string;
  /** What the rule says of itself in the portal. */
  description: string;
  /** Which of the resource group's alerts; all of them when empty. */
  conditions: inputs.ConditionArgs[];
  schedule: ProcessingSchedule;
  /** Tags besides the ring's. */
  tags: Record<string, string>;
}

/** An alert processing rule that takes the action groups off the alerts of the ring's resource group, on a schedule. */
export function silence(
  name: string,
  ring: RingContext,
  { qualifier, description, conditions, schedule, tags }: SilenceArgs,
  opts: pulumi.CustomResourceOptions,
): alertsmanagement.AlertProcessingRuleByName {
  return new alertsmanagement.AlertProcessingRuleByName(
    name,
    {
      alertProcessingRuleName: resourceName("alertProcessingRule", { name: ring.name, ring: ring.ring, qualifier }),
      resourceGroupName: ring.resourceGroupName,
      location: "Global",
      properties: {
        description,
        enabled: true,
        scopes: [ring.resourceGroupId],
        ...(conditions.length > 0 && { conditions }),
        schedule,
        actions: [{ actionType: "RemoveAllActionGroups" }],
      },
      tags: { ...ring.tags, ...tags },
    },
    opts,
  );
}

/** The rule of one maintenance window, named `<name>-maintenance-<window>`. */
export function maintenanceRule(
  name: string,
  ring: RingContext,
  window: MaintenanceWindowArgs,
  opts: pulumi.CustomResourceOptions,
): alertsmanagement.AlertProcessingRuleByName {
  const { from, until, weekly, timeZone = "UTC", alertRuleIds } = window;
  return silence(
    `${name}-maintenance-${window.name}`,
    ring,
    {
      qualifier: `maintenance-${window.name}`,
      description: `Maintenance: ${window.reason}`,
      conditions:
        alertRuleIds === undefined ? [] : [{ field: "AlertRuleId", operator: "Equals", values: alertRuleIds }],
      schedule: {
        ...(from !== undefined && { effectiveFrom: from }),
        ...(until !== undefined && { effectiveUntil: until }),
        timeZone: windowsTimeZone(timeZone),
        ...(weekly && {
          recurrences: [
            {
              recurrenceType: "Weekly",
              daysOfWeek: weekly.days,
              startTime: `${weekly.from}:00`,
              endTime: `${weekly.until}:00`,
            },
          ],
        }),
      },
      tags: { reason: window.reason },
    },
    opts,
  );
}
