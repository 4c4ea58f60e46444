import type { ActivityLogAlertRow, AlertFacts, NoData, PlatformScope } from "./alert-row";

/**
 * The fields of the activity log's categories that an alert may look at (Azure Monitor, activity log event schema).
 */
export interface ActivityFields {
  /** What people and programs did to resources. */
  Administrative: "operationName" | "status" | "resourceType" | "level";
  /** What Azure says of its own services, for a whole subscription. */
  ServiceHealth: "properties.incidentType" | "properties.impactedServices[*].ServiceName";
  /** What Azure says of one resource's health. */
  ResourceHealth: "properties.currentHealthStatus" | "properties.cause" | "resourceType" | "status";
}

/** A category of the activity log that alerts watch. */
export type ActivityCategory = keyof ActivityFields;

/** A field that some category has. */
export type ActivityField = ActivityFields[ActivityCategory];

/** What an activity log alert is made from. A field that the category does not have does not compile. */
export interface ActivityLogAlertDefinition<Id extends string, C extends ActivityCategory> extends AlertFacts {
  readonly id: Id;
  readonly service: PlatformScope;
  readonly category: C;
  readonly where: NoInfer<{ readonly [F in ActivityFields[C]]?: readonly [string, ...string[]] }>;
  readonly because: string;
  /** Always quiet: no event means that nothing happened. */
  readonly noData: typeof NoData.Quiet;
  /** Always false: events come without anybody's traffic. */
  readonly needsTraffic: false;
}

/** An alert on single events of Azure's activity log. */
export function activityLogAlert<const Id extends string, const C extends ActivityCategory>(
  definition: ActivityLogAlertDefinition<Id, C>,
): ActivityLogAlertRow & { readonly id: Id } {
  return { ...definition, kind: "activityLog", where: definition.where as ActivityLogAlertRow["where"] };
}
