import { type AlertId, type AlertRow, alertsFor, type MonitoredService, metricTables } from "@ringfence/core/alerts";
import type { WatchArgs } from "./watch";

/** Alerts on what only provisioned deployments have. */
const provisionedOnly: readonly string[] = ["provisioned-throughput-saturated"] satisfies AlertId[];

/** The resource types that the catalogue has alerts for. */
export const watchedTypes: readonly MonitoredService[] = (Object.keys(metricTables) as MonitoredService[]).filter(
  (service) => alertsFor(service).length > 0,
);

/** The alerts that a watched resource gets; none for a type that the catalogue does not know. */
export function watchedAlerts({ type, hasProvisionedThroughput = false }: WatchArgs): readonly AlertRow[] {
  const service = watchedTypes.find((known) => known.toLowerCase() === String(type).toLowerCase());
  if (service === undefined) return [];
  return alertsFor(service).filter(({ id }) => hasProvisionedThroughput || !provisionedOnly.includes(id));
}
