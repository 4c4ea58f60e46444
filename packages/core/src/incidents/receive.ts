import { gather } from "./gather";
import { type Incident, type IncidentLog, IncidentState, isKnown, type PersonFact } from "./incident";
import { spansOf } from "./lifetime";
import { type IncidentRules, LONGEST_MEMORY_DAYS } from "./rules";
import type { AlertSignal, PersonSignal, Signal } from "./signal";
import { statusOf } from "./status";
import { DAY, instant, iso, SECOND } from "./time";

/**
 * What is known after a signal. The same signal twice changes nothing the second time, and the order of signals does not
 * matter for what incidents there are. Call `due` afterwards for what is to be done.
 *
 * An alert that began over 31 days ago, is gone, and is not known opens nothing: Azure itself has forgotten it.
 */
export function receive(log: IncidentLog, signal: Signal, now: Date, rules: IncidentRules): IncidentLog {
  const after = signal.kind === "alert" ? receiveAlert(log, signal, now, rules) : receivePerson(log, signal);
  return { ...after, incidents: after.incidents.map((incident) => reopened(incident, now, rules)) };
}

function receiveAlert(log: IncidentLog, signal: AlertSignal, now: Date, rules: IncidentRules): IncidentLog {
  if (isForgotten(log, signal, now)) return log;
  const incidents = gather(log.incidents, signal, now, rules);
  const { [signal.alertId]: acts = [], ...early } = log.early;
  const told = acts.reduce((all, fact) => withAct(all, signal.alertId, fact), incidents);
  return { ...log, incidents: told, early };
}

function isForgotten({ incidents }: IncidentLog, { alertId, firedAt, resolvedAt }: AlertSignal, now: Date): boolean {
  if (resolvedAt === undefined || instant(firedAt) > now.getTime() - LONGEST_MEMORY_DAYS * DAY) return false;
  return !incidents.some(({ alerts }) => alerts[alertId] !== undefined);
}

function receivePerson(log: IncidentLog, { alertId, act, by, at, isState }: PersonSignal): IncidentLog {
  const fact: PersonFact = { act, by, at: iso(instant(at)), ...(isState && { alertId }) };
  if (log.incidents.some(({ alerts }) => alerts[alertId] !== undefined))
    return { ...log, incidents: withAct(log.incidents, alertId, fact) };
  const waiting = log.early[alertId] ?? [];
  return isKnown(waiting, fact) ? log : { ...log, early: { ...log.early, [alertId]: [...waiting, fact] } };
}

function withAct(incidents: readonly Incident[], alertId: string, fact: PersonFact): readonly Incident[] {
  return incidents.map((incident) =>
    incident.alerts[alertId] === undefined || isKnown(incident.acts, fact)
      ? incident
      : { ...incident, acts: [...incident.acts, fact] },
  );
}

/** An incident that was resolved and is not any more begins an episode, with clocks that run from the alert that did it. */
function reopened(incident: Incident, now: Date, rules: IncidentRules): Incident {
  if (!incident.wasResolved || statusOf(incident, now, rules).state === IncidentState.Resolved) return incident;
  const lasting = spansOf(incident).filter(({ to }) => to > now.getTime());
  const from = Math.max(...lasting.map((span) => span.from));
  if (!Number.isFinite(from)) return incident;
  return {
    ...incident,
    wasResolved: false,
    episode: incident.episode + 1,
    episodeFrom: iso(from),
    nextNoticeAt: iso(now.getTime() + rules.groupWaitSeconds * SECOND),
  };
}
