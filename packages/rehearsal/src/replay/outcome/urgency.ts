import { type Severity, severities } from "@ringfence/core/severities";

/** Whether an alert wakes somebody: its severity pages, and somebody receives it. */
export function wakes(alert: { severity: Severity; receivers: readonly string[] }): boolean {
  return severities[alert.severity].pages && alert.receivers.length > 0;
}

/**
 * Whether an alert is urgent enough for an incident. An incident that must wake somebody needs one that does; for the
 * others, which wake nobody on purpose, an alert of their own severity or a more urgent one is.
 */
export function urgentEnough(alert: { severity: Severity; receivers: readonly string[] }, incident: Severity): boolean {
  if (alert.receivers.length === 0) return false;
  if (severities[incident].pages) return wakes(alert);
  return severities[alert.severity].azureLevel <= severities[incident].azureLevel;
}
