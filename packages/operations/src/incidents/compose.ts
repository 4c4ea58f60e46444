import {
  Deadline,
  type Incident,
  type IncidentRules,
  type IncidentStatus,
  Occasion,
  statusOf,
  type Task,
} from "@ringfence/core/incidents";
import { type IncidentSettings, onCallAt } from "@ringfence/core/on-call";
import { runbookUrl } from "@ringfence/core/runbooks";
import type { IncidentMessage } from "./messages";

/** Where and when a message is written. */
export interface Composition {
  readonly settings: IncidentSettings;
  readonly rules: IncidentRules;
  readonly ring: string;
  readonly now: Date;
}

const openings: Record<Occasion, string> = {
  [Occasion.Firing]: "An alert has fired.",
  [Occasion.Reminder]: "Nobody has taken this incident yet.",
  [Occasion.Reopened]: "The incident is back.",
  [Occasion.Flapping]: "The alert comes and goes; the incident stays open until it has been quiet for a while.",
  [Occasion.Resolved]: "The incident is over.",
};

const endings: Partial<Record<Occasion, string>> = {
  [Occasion.Firing]: "Acknowledge the alert in Azure to take it.",
  [Occasion.Reminder]: "Acknowledge the alert in Azure to take it.",
  [Occasion.Reopened]: "Acknowledge the alert in Azure to take it.",
};

/** What is told for a task, and what the incident is at the moment in which it is told. */
export function compose(task: Task, incident: Incident, { settings, rules, ring, now }: Composition): IncidentMessage {
  const status = statusOf(incident, now, rules);
  const because = task.occasion ?? task.deadline ?? Occasion.Firing;
  const opened = new Date(status.openedAt).toISOString();
  return {
    key: task.key,
    incident: incident.id,
    severity: task.severity,
    state: status.state,
    because,
    title: `[${task.severity}] ${incident.title}${task.occasion === Occasion.Resolved ? " (over)" : ""}`,
    text: [
      task.deadline === undefined ? occasionText(task) : escalationText(task, settings, rules, now),
      ...(task.occasion === Occasion.Resolved || incident.details === undefined ? [] : [incident.details]),
    ].join("\n\n"),
    facts: [
      ["Service", settings.service],
      ["Ring", ring],
      ["State", status.state],
      ["Since", opened],
      ...promises(status),
      ["Incident", incident.id],
    ],
    ...(incident.runbook && { runbookUrl: runbookUrl(settings.runbooksUrl, incident.runbook) }),
    targets: incident.targets,
    service: settings.service,
    ring,
    openedAt: opened,
    ...(status.resolvedAt !== undefined && { resolvedAt: new Date(status.resolvedAt).toISOString() }),
  };
}

function occasionText({ occasion = Occasion.Firing }: Task): string {
  return [openings[occasion], endings[occasion]].filter(Boolean).join(" ");
}

function escalationText(
  { severity, level = 1, deadline }: Task,
  settings: IncidentSettings,
  rules: IncidentRules,
  now: Date,
): string {
  const row = rules.severities[severity];
  const step = settings.escalations[severity]?.[level - 1];
  const rotation = settings.rotations.find(({ name }) => name === step?.rotation);
  const who = row.escalatesTo[level - 1] ?? row.notifies;
  const told = rotation ? `${who} (${onCallAt(rotation, now)})` : who;
  const late =
    deadline === Deadline.Mitigate
      ? `Users were to be no longer affected within ${row.timeToMitigateMinutes} minutes, and nobody has said that they are.`
      : `Nobody has taken it within ${row.timeToAcknowledgeMinutes * level} minutes.`;
  return `${late} This is for ${told}.`;
}

/** By when what has not happened yet must have happened: the earliest of each deadline. */
function promises({ promises: all, state }: IncidentStatus): (readonly [string, string])[] {
  if (state === "resolved") return [];
  const names = { [Deadline.Acknowledge]: "To be taken by", [Deadline.Mitigate]: "To be mitigated by" };
  return Object.values(Deadline).flatMap((deadline) => {
    const open = all.filter((promise) => promise.deadline === deadline && promise.keptAt === undefined);
    if (open.length === 0) return [];
    const due = Math.min(...open.map(({ dueAt }) => dueAt));
    return [[names[deadline], new Date(due).toISOString()] as const];
  });
}
