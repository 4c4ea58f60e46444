import { type Incident, Occasion, type Task } from "@ringfence/core/incidents";
import type { IncidentRoute, IncidentSettings } from "@ringfence/core/on-call";
import { severityNames } from "@ringfence/core/severities";

/**
 * By which routes a task is told. A notice goes to the routes of its severity; that it is over also to everybody who was
 * escalated to, because a pager that was called stays open otherwise.
 */
export function routesOf(task: Task, incident: Incident, settings: IncidentSettings): readonly IncidentRoute[] {
  const named = new Set(
    task.deadline === undefined
      ? noticeRoutes(task, incident, settings)
      : stepRoutes(settings, task.severity, task.level),
  );
  return settings.routes.filter(({ name }) => named.has(name));
}

function noticeRoutes(task: Task, { escalated }: Incident, settings: IncidentSettings): string[] {
  const own = settings.routes.filter(({ severities = [] }) => severities.includes(task.severity));
  const others = task.occasion === Occasion.Resolved ? escalated.flatMap((step) => escalatedTo(step, settings)) : [];
  return [...own.map(({ name }) => name), ...others];
}

/** The routes of a step that was taken: `<episode>/<severity>/<deadline>/<level>`. */
function escalatedTo(step: string, settings: IncidentSettings): string[] {
  const [, severity, , level] = step.split("/");
  const known = severityNames.find((name) => name === severity);
  return known === undefined ? [] : stepRoutes(settings, known, Number(level));
}

function stepRoutes(settings: IncidentSettings, severity: Task["severity"], level = 1): string[] {
  const steps = settings.escalations[severity];
  if (steps === undefined) return settings.routes.map(({ name }) => name);
  return steps[level - 1]?.routes ?? [];
}
