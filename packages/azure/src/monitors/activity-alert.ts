import * as monitor from "@pulumi/azure-native/monitor";
import type * as pulumi from "@pulumi/pulumi";
import type { ActivityLogAlertRow } from "@ringfence/core/alerts";
import { resourceName } from "@ringfence/core/naming";
import type { RingContext } from "../ring/context";
import type { AlertRule } from "./rule";
import type { WatchArgs } from "./watch";

/** An activity log alert rule of one row for a resource group or a subscription. */
export function activityAlertRule(
  name: string,
  watch: WatchArgs,
  ring: RingContext,
  { row, qualifier, enabled, description, actionGroupIds, properties, tags }: AlertRule<ActivityLogAlertRow>,
  opts: pulumi.CustomResourceOptions,
): monitor.ActivityLogAlert {
  return new monitor.ActivityLogAlert(
    name,
    {
      activityLogAlertName: resourceName("activityLogAlert", { name: ring.name, ring: ring.ring, qualifier }),
      resourceGroupName: ring.resourceGroupName,
      location: "global",
      description,
      enabled,
      scopes: [watch.resourceId],
      condition: { allOf: activityConditions(row) },
      actions: {
        actionGroups: actionGroupIds.map((actionGroupId) => ({ actionGroupId, webhookProperties: properties })),
      },
      tags,
    },
    opts,
  );
}

/** What one field of an event must say. */
type FieldCondition = { field: string; equals: string } | { field: string; containsAny: string[] };

/** One condition of an activity log alert. */
type Condition = FieldCondition | { anyOf: FieldCondition[] };

/** What an event must be: of the row's category, and with one of the values in each of the row's fields. */
export function activityConditions({ category, where }: Pick<ActivityLogAlertRow, "category" | "where">): Condition[] {
  return [
    { field: "category", equals: category },
    ...Object.entries(where).map(([field, values]): Condition => {
      // A field with a star is a list, of which one element must be among the values.
      if (field.includes("[*]")) return { field, containsAny: [...values] };
      const [first = "", ...others] = values;
      return others.length === 0 ? { field, equals: first } : { anyOf: values.map((equals) => ({ field, equals })) };
    }),
  ];
}
