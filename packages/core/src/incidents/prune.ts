import type { Incident } from "./incident";
import { type Span, spansOf } from "./lifetime";
import { worstSeverity } from "./status";
import { iso } from "./time";

/** Alerts that an incident lists at most; a rule that fires anew every minute would make it grow without end. */
const MOST_ALERTS = 100;

/**
 * The incident without the alerts that say nothing any more: what has ended, but for the newest, the first, and the first
 * of the worst severity. From the list one can still tell when it began, how bad it was and whether it flaps.
 */
export function pruned(incident: Incident): Incident {
  const spans = spansOf(incident);
  if (spans.length <= MOST_ALERTS) return incident;
  const worst = worstSeverity(incident);
  const firstWorst = spans.find(({ alert }) => alert.severity === worst);
  const newest = spans.slice(-MOST_ALERTS);
  const kept = spans.filter(
    (span, index) => index === 0 || span === firstWorst || !hasEnded(span) || newest.includes(span),
  );
  const [oldestKept] = newest;
  return {
    ...incident,
    alerts: Object.fromEntries(kept.map(({ alertId, alert }) => [alertId, alert])),
    ...(oldestKept && { prunedBefore: iso(oldestKept.from) }),
  };
}

function hasEnded({ to }: Span): boolean {
  return to !== Infinity;
}
