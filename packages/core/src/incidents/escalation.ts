import type { Asked } from "./asked";
import { type Incident, IncidentState } from "./incident";
import type { IncidentRules } from "./rules";
import { type IncidentStatus, isBroken, type Promised, quietUntil } from "./status";
import { Deadline, TaskKind } from "./task";
import { iso, MINUTE } from "./time";

/**
 * Whom to tell because a promise is broken. While nobody has taken the incident, each level is told once, the first when
 * the time to acknowledge has passed and each further one when the same time has passed again. When the time to mitigate
 * has passed, the highest level is told, once.
 */
export function escalations(incident: Incident, status: IncidentStatus, now: Date, rules: IncidentRules): Asked {
  if (status.state === IncidentState.Resolved) return { incident, asks: [] };
  const steps = status.promises
    .filter((promise) => promise.keptAt === undefined && isBroken(promise, now))
    .flatMap((promise) => stepsOf(promise, rules))
    .filter(({ dueAt }) => dueAt <= now.getTime())
    .map((step) => ({ ...step, name: `${incident.episode}/${step.severity}/${step.deadline}/${step.level}` }))
    .filter(({ name }) => !incident.escalated.includes(name));
  return {
    incident: { ...incident, escalated: [...incident.escalated, ...steps.map(({ name }) => name)] },
    asks: steps.map(({ name, dueAt, severity, deadline, level }) => ({
      key: `${incident.id}/escalation/${name}`,
      kind: TaskKind.Escalate,
      at: iso(dueAt),
      severity,
      deadline,
      level,
    })),
  };
}

/** One step of an escalation. */
interface Step {
  severity: Promised["severity"];
  deadline: Deadline;
  level: number;
  dueAt: number;
}

function stepsOf({ deadline, severity, from, dueAt }: Promised, rules: IncidentRules): Step[] {
  const { escalatesTo, timeToAcknowledgeMinutes } = rules.severities[severity];
  const told = (at: number) => quietUntil(at, severity, rules);
  if (deadline === Deadline.Mitigate)
    return escalatesTo.length === 0 ? [] : [{ severity, deadline, level: escalatesTo.length, dueAt: told(dueAt) }];
  return escalatesTo.map((_, index) => ({
    severity,
    deadline,
    level: index + 1,
    dueAt: told(from + (index + 1) * timeToAcknowledgeMinutes * MINUTE),
  }));
}
