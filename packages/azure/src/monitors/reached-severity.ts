import { type Severity, severityNames } from "@ringfence/core/severities";

/**
 * The severity whose receivers hear of an alert: its own where that has any, else the next more urgent one that has,
 * else the next less urgent one; undefined where nobody hears of anything.
 */
export function reachedSeverity(severity: Severity, withReceivers: readonly string[]): Severity | undefined {
  const own = severityNames.indexOf(severity);
  const moreUrgent = severityNames.slice(0, own).reverse();
  const lessUrgent = severityNames.slice(own + 1);
  return [severity, ...moreUrgent, ...lessUrgent].find((candidate) => withReceivers.includes(candidate));
}
