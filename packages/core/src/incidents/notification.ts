/** What was told last of a group of alerts. */
export interface LastNotice<Id> {
  readonly firing: readonly Id[];
  readonly resolved: readonly Id[];
  /** When, in milliseconds since 1970; undefined reads as long ago. */
  readonly at: number | undefined;
}

/** What is the case now. */
export interface GroupNow<Id> {
  readonly firing: readonly Id[];
  readonly resolved: readonly Id[];
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Milliseconds after which the same is told again. */
  readonly repeatInterval: number;
  /** Whether it is told that some alerts are resolved while others still fire. */
  readonly sendResolved: boolean;
}

/**
 * Whether a group of alerts has something new to tell, in Alertmanager's order (prometheus/alertmanager,
 * notify/dedup_stage.go, needsUpdate): first firing, a new alert among them, all resolved, some resolved, the repeat.
 */
export function needsNotice<Id>(last: LastNotice<Id> | undefined, group: GroupNow<Id>): boolean {
  if (last === undefined) return group.firing.length > 0;
  if (!isWithin(group.firing, last.firing)) return true;
  if (group.firing.length === 0) return last.firing.length > 0;
  if (group.sendResolved && !isWithin(group.resolved, last.resolved)) return true;
  return (last.at ?? Number.NEGATIVE_INFINITY) < group.now - group.repeatInterval;
}

function isWithin<Id>(some: readonly Id[], all: readonly Id[]): boolean {
  const known = new Set(all);
  return some.every((id) => known.has(id));
}
