import type { LogAlertRow } from "./alert-row";

/** The resource that an alert's query is about. */
export interface WatchedResource {
  /** The id as Azure Resource Manager gives it. */
  resourceId: string;
  /** The last part of the id. */
  resourceName: string;
  /** The model deployments that spill over to another one, with commas between them; empty where none does. */
  spillingDeployments?: string;
}

/** The query of a log alert for one resource, as Log Analytics takes it. */
export function alertQuery(row: Pick<LogAlertRow, "query">, resource: WatchedResource): string {
  return row.query.replace(placeholder, (_, name: keyof WatchedResource) => inString(resource[name] ?? ""));
}

/** What a query's placeholders look like; they stand inside string literals. */
export const placeholder = /\{(resourceId|resourceName|spillingDeployments)\}/g;

/** KQL's string literals end at a quote and escape with a backslash. */
function inString(value: string): string {
  return value.replace(/[\\"]/g, (character) => `\\${character}`);
}
