import type { PlannedName } from "@ringfence/core/naming";
import type { OperationsDashboardArgs } from "./args";

/** The dashboards that get a name of ours, told apart by the component's; a workbook's name is a UUID. */
export function plannedDashboards(
  qualifier: string,
  { wall, grafanaInAzureMonitor }: OperationsDashboardArgs,
): PlannedName[] {
  return [
    ...(wall === true ? [{ kind: "portalDashboard" as const, qualifier }] : []),
    ...(grafanaInAzureMonitor === true ? [{ kind: "monitorDashboard" as const, qualifier }] : []),
  ];
}
