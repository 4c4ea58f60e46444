import type { Firing } from "../evaluation";
import type { ScheduledIncident } from "../incidents";

/**
 * The incident that a firing belongs to: the last one that had started, if it was still going on or still within what
 * the rule looks back over. Undefined for a false alarm.
 */
export function causeOf(
  { firedAt }: Pick<Firing, "firedAt">,
  lookBack: number,
  incidents: readonly ScheduledIncident[],
): ScheduledIncident | undefined {
  const started = incidents.findLast(({ start }) => start < firedAt);
  return started !== undefined && firedAt <= started.end + lookBack ? started : undefined;
}

/** Firings of a combination within an hour after it had been resolved. */
export function flapsAmong(firings: readonly Firing[]): number {
  const resolved = new Map<string, number>();
  let flaps = 0;
  for (const { of, firedAt, resolvedAt } of firings) {
    const before = resolved.get(of);
    if (before !== undefined && firedAt - before <= 60) flaps++;
    if (resolvedAt !== undefined) resolved.set(of, resolvedAt);
  }
  return flaps;
}
