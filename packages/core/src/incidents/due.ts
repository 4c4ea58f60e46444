import type { Asked } from "./asked";
import { escalations } from "./escalation";
import { type Incident, type IncidentLog, IncidentState } from "./incident";
import { needsNotice } from "./notification";
import { pruned } from "./prune";
import { type IncidentRules, LONGEST_MEMORY_DAYS, REVIEW_MEMORY_DAYS } from "./rules";
import { type IncidentStatus, quietUntil, statusOf, worstSeverity } from "./status";
import { Occasion, type Task, TaskKind } from "./task";
import { DAY, instant, iso, SECOND } from "./time";

/**
 * What is to be done at `now`, put into the log's tasks. Asking again at the same moment adds nothing. Incidents that
 * nothing can be heard of any more are forgotten.
 */
export function due(log: IncidentLog, now: Date, rules: IncidentRules): IncidentLog {
  const remembered = log.incidents.filter((incident) => !isOver(incident, log.tasks, now, rules));
  const looked = remembered.map((incident) => look(log.fingerprint, incident, now, rules));
  const tasks = looked.flatMap(({ tasks }) => tasks);
  const early = Object.fromEntries(
    Object.entries(log.early).filter(([, acts]) =>
      acts.some(({ at }) => instant(at) > now.getTime() - LONGEST_MEMORY_DAYS * DAY),
    ),
  );
  return { ...log, incidents: looked.map(({ incident }) => incident), early, tasks: [...log.tasks, ...tasks] };
}

/** The log without a task that has been done; one that is not there is none of its concern. */
export function done(log: IncidentLog, key: string): IncidentLog {
  return { ...log, tasks: log.tasks.filter((task) => task.key !== key) };
}

/** The log with one part of a task done. */
export function partDone(log: IncidentLog, key: string, part: string): IncidentLog {
  const tasks = log.tasks.map((task) =>
    task.key === key ? { ...task, doneParts: [...new Set([...(task.doneParts ?? []), part])] } : task,
  );
  return { ...log, tasks };
}

interface Looked {
  incident: Incident;
  tasks: Task[];
}

function look(fingerprint: string, incident: Incident, now: Date, rules: IncidentRules): Looked {
  const status = statusOf(incident, now, rules);
  const told = notice(incident, status, now, rules);
  const escalated = escalations(told.incident, status, now, rules);
  const waited = now.getTime() >= instant(incident.nextNoticeAt);
  const item = workItem(escalated.incident, status, waited, now);
  const kept = pruned(item.incident);
  const facts = { fingerprint, incident: incident.id, title: incident.title, targets: incident.targets };
  const runbook = incident.runbook === undefined ? {} : { runbook: incident.runbook };
  return {
    incident: { ...kept, wasResolved: status.state === IncidentState.Resolved },
    tasks: [...told.asks, ...escalated.asks, ...item.asks].map(
      (ask): Task => ({ severity: status.severity, ...facts, ...runbook, ...ask }),
    ),
  };
}

function notice(incident: Incident, status: IncidentStatus, now: Date, rules: IncidentRules): Asked {
  const moment = now.getTime();
  const { firing, gone, flapping, state, severity } = status;
  const { told } = incident;
  if (moment < instant(incident.nextNoticeAt) || quietUntil(moment, severity, rules) > moment)
    return { incident, asks: [] };
  // While it comes and goes, what fires at the moment is no news; that it does so is, once.
  const silenced = flapping && told?.flapping === true && state !== IncidentState.Resolved;
  const nobodyHasIt = state === IncidentState.Open;
  const isNew =
    !silenced &&
    needsNotice(told && { ...told, at: instant(told.at) }, {
      firing: state === IncidentState.Resolved ? [] : firing.length > 0 ? firing : (told?.firing ?? []),
      resolved: gone,
      now: moment,
      repeatInterval: nobodyHasIt ? rules.repeatIntervalSeconds * SECOND : Infinity,
      sendResolved: true,
    });
  const startsToFlap = flapping && told?.flapping !== true && state !== IncidentState.Resolved;
  if (!isNew && !startsToFlap) return { incident, asks: [] };
  const notices = incident.notices + 1;
  const nextNoticeAt = iso(moment + rules.groupIntervalSeconds * SECOND);
  // What flaps may be gone just now; that its end is told, something must be known to have been told of.
  const toldOf = firing.length === 0 && flapping && state !== IncidentState.Resolved ? gone.slice(-1) : firing;
  return {
    incident: {
      ...incident,
      notices,
      told: { firing: toldOf, resolved: gone, at: iso(moment), flapping },
      nextNoticeAt,
    },
    asks: [
      {
        key: `${incident.id}/notice/${notices}`,
        kind: TaskKind.Notify,
        at: iso(moment),
        occasion: occasionOf(incident, status, startsToFlap),
      },
    ],
  };
}

function occasionOf(incident: Incident, { state, firing }: IncidentStatus, startsToFlap: boolean): Occasion {
  if (state === IncidentState.Resolved) return Occasion.Resolved;
  if (startsToFlap) return Occasion.Flapping;
  const told = incident.told;
  if (told === undefined) return Occasion.Firing;
  if (told.firing.length === 0) return Occasion.Reopened;
  return firing.every((id) => told.firing.includes(id)) ? Occasion.Reminder : Occasion.Firing;
}

/** It waits as notices do, so that what is over before anybody could hear of it makes no item. */
function workItem(incident: Incident, { state }: IncidentStatus, waited: boolean, now: Date): Asked {
  const { id, workItemTurn } = incident;
  const wanted = state !== IncidentState.Resolved;
  if (wanted === (workItemTurn % 2 === 1) || (wanted && !waited)) return { incident, asks: [] };
  const turn = workItemTurn + 1;
  const kind = wanted ? TaskKind.OpenWorkItem : TaskKind.CloseWorkItem;
  return {
    incident: { ...incident, workItemTurn: turn },
    asks: [{ key: `${id}/work-item/${turn}`, kind, at: iso(now.getTime()) }],
  };
}

/** Whether nothing can be heard of an incident any more, and nothing is left to do. */
function isOver(incident: Incident, tasks: readonly Task[], now: Date, rules: IncidentRules): boolean {
  const { resolvedAt } = statusOf(incident, now, rules);
  const days = rules.severities[worstSeverity(incident)].needsReview ? REVIEW_MEMORY_DAYS : LONGEST_MEMORY_DAYS;
  if (resolvedAt === undefined || resolvedAt > now.getTime() - days * DAY) return false;
  return !tasks.some((task) => task.incident === incident.id);
}
