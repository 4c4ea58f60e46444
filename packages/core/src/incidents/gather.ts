import { incidentId } from "./identity";
import { type AlertFact, type Incident, isKnown, type Told } from "./incident";
import { gapBetween, resolutionOf, spansOf } from "./lifetime";
import type { IncidentRules } from "./rules";
import type { AlertSignal } from "./signal";
import { worst } from "./status";
import { instant, iso, MINUTE, SECOND } from "./time";

/**
 * The incidents with one more alert. An alert that is known only tells what it did not tell before. A new one joins the
 * incident that it overlaps or follows closely; if it lies between two, they were one all along and become one; if none
 * is near, it opens an incident.
 */
export function gather(
  incidents: readonly Incident[],
  signal: AlertSignal,
  now: Date,
  rules: IncidentRules,
): readonly Incident[] {
  const holder = incidents.find(({ alerts }) => alerts[signal.alertId] !== undefined);
  if (holder !== undefined)
    return incidents.map((incident) => (incident === holder ? learn(incident, signal) : incident));
  const fact = factOf(signal);
  const near = incidents.filter((incident) => isNear(incident, fact, rules));
  if (incidents.some((incident) => wasPruned(incident, fact))) return incidents;
  const [first, ...others] = near;
  if (first === undefined) return [...incidents, opened(signal, now, rules)].sort(byId);
  const whole = others.reduce(joined, first);
  const alerts = { ...whole.alerts, [signal.alertId]: fact };
  return incidents
    .filter((incident) => !others.includes(incident))
    .map((incident) => (incident === first ? { ...whole, alerts } : incident));
}

function factOf({ severity, firedAt, resolvedAt }: AlertSignal): AlertFact {
  return { severity, firedAt: normal(firedAt), ...(resolvedAt !== undefined && { resolvedAt: normal(resolvedAt) }) };
}

function normal(time: string): string {
  return iso(instant(time));
}

/** An end, once heard of, stays; of two, the earlier one holds. The severity is the worse of the two. */
function learn(incident: Incident, signal: AlertSignal): Incident {
  const known = incident.alerts[signal.alertId];
  const told = factOf(signal);
  if (known === undefined) return incident;
  const ends = [known.resolvedAt, told.resolvedAt].filter((end) => end !== undefined).sort();
  const fact: AlertFact = {
    severity: worst([known.severity, told.severity]),
    firedAt: known.firedAt < told.firedAt ? known.firedAt : told.firedAt,
    ...(ends[0] !== undefined && { resolvedAt: ends[0] }),
  };
  return { ...incident, alerts: { ...incident.alerts, [signal.alertId]: fact } };
}

function isNear(incident: Incident, fact: AlertFact, rules: IncidentRules): boolean {
  const spans = spansOf(incident);
  const [added] = spansOf({ alerts: { added: fact }, acts: [] });
  if (added === undefined) return false;
  const longest = rules.reopenWithinMinutes * MINUTE;
  const last = resolutionOf(spans, rules.flapping);
  const stillSettling = last !== undefined && added.from <= last && added.to >= last;
  return stillSettling || spans.some((span) => gapBetween(span, added) <= longest);
}

/** Whether the alert is among those that the incident has stopped to list. */
function wasPruned(incident: Incident, { firedAt, resolvedAt }: AlertFact): boolean {
  const { prunedBefore, alerts } = incident;
  if (prunedBefore === undefined || resolvedAt === undefined || firedAt >= prunedBefore) return false;
  return Object.values(alerts).some((alert) => alert.firedAt <= firedAt);
}

function opened(signal: AlertSignal, now: Date, rules: IncidentRules): Incident {
  const { fingerprint, alertId, title, details, runbook, targets } = signal;
  const fact = factOf(signal);
  return {
    id: incidentId(fingerprint, fact.firedAt),
    title,
    ...(details !== undefined && { details }),
    ...(runbook !== undefined && { runbook }),
    targets,
    alerts: { [alertId]: fact },
    acts: [],
    episode: 1,
    wasResolved: false,
    escalated: [],
    notices: 0,
    nextNoticeAt: iso(now.getTime() + rules.groupWaitSeconds * SECOND),
    workItemTurn: 0,
  };
}

/**
 * The older of two incidents with everything that is known of the newer one. Where only the newer one was not over, its
 * clocks and what was escalated of it go on as the older one's next episode.
 */
function joined(older: Incident, newer: Incident): Incident {
  const goesOn = older.wasResolved && !newer.wasResolved;
  const episode = goesOn ? older.episode + 1 : older.episode;
  const steps = newer.wasResolved
    ? []
    : newer.escalated
        .filter((step) => step.startsWith(`${newer.episode}/`))
        .map((step) => `${episode}${step.slice(step.indexOf("/"))}`);
  const newerFrom =
    newer.episodeFrom ??
    Object.values(newer.alerts)
      .map(({ firedAt }) => firedAt)
      .sort()[0];
  const from = goesOn ? newerFrom : older.episodeFrom;
  const told = bothTold(older.told, newer.told);
  return {
    ...older,
    alerts: { ...newer.alerts, ...older.alerts },
    acts: [...older.acts, ...newer.acts.filter((act) => !isKnown(older.acts, act))],
    episode,
    ...(from !== undefined && { episodeFrom: from }),
    escalated: [...new Set([...older.escalated, ...steps])],
    ...(told && { told }),
    nextNoticeAt: older.nextNoticeAt > newer.nextNoticeAt ? older.nextNoticeAt : newer.nextNoticeAt,
    wasResolved: older.wasResolved && newer.wasResolved,
  };
}

function bothTold(older: Told | undefined, newer: Told | undefined): Told | undefined {
  if (older === undefined || newer === undefined) return older ?? newer;
  const both = (a: readonly string[], b: readonly string[]) => [...new Set([...a, ...b])];
  return { ...newer, firing: both(older.firing, newer.firing), resolved: both(older.resolved, newer.resolved) };
}

function byId(a: Incident, b: Incident): number {
  return a.id < b.id ? -1 : 1;
}
