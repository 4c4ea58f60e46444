import { metrics } from "@opentelemetry/api";
import { reviewDue } from "@ringfence/core/incident-reviews";
import {
  Deadline,
  type Incident,
  type IncidentLog,
  type IncidentRules,
  IncidentState,
  isBroken,
  statusOf,
  worstSeverity,
} from "@ringfence/core/incidents";
import type { IncidentSettings } from "@ringfence/core/on-call";
import { severityNames } from "@ringfence/core/severities";
import { INSTRUMENTATION, type Log } from "../observability";

/** What is measured at one look. */
export interface Look {
  readonly before: readonly IncidentLog[];
  readonly after: readonly IncidentLog[];
  readonly settings: IncidentSettings;
  readonly rules: IncidentRules;
  readonly now: Date;
  readonly log: Log;
}

/** What a look found, for a person. */
export interface LookSummary {
  readonly open: number;
  readonly opened: readonly string[];
  readonly resolved: readonly string[];
  readonly notTaken: readonly string[];
  readonly reviewsOverdue: readonly string[];
}

/**
 * Counts and times of incidents, as metrics and as lines of the log. `ringfence.incident.open` is measured at every look
 * for every severity, zero included: that it is missing is how one sees that nobody looks.
 */
export function measure({ before, after, settings, rules, now, log }: Look): LookSummary {
  const meter = metrics.getMeter(INSTRUMENTATION);
  const earlier = new Map(before.flatMap(({ incidents }) => incidents.map((incident) => [incident.id, incident])));
  const all = after.flatMap(({ incidents }) =>
    incidents.map((incident) => ({ incident, status: statusOf(incident, now, rules) })),
  );
  const open = all.filter(({ status }) => status.state !== IncidentState.Resolved);
  const gauge = meter.createGauge("ringfence.incident.open", { unit: "{incident}" });
  for (const severity of severityNames)
    gauge.record(open.filter(({ status }) => status.severity === severity).length, { severity });

  const overdue = (deadline: Deadline) =>
    open.filter(({ status }) =>
      status.promises.some(
        (promise) =>
          promise.deadline === deadline &&
          promise.keptAt === undefined &&
          rules.severities[promise.severity].pages &&
          isBroken(promise, now),
      ),
    );
  const notTaken = overdue(Deadline.Acknowledge);
  perIncident(
    "ringfence.incident.acknowledge.overdue",
    notTaken.map(({ incident }) => incident),
  );
  perIncident(
    "ringfence.incident.mitigate.overdue",
    overdue(Deadline.Mitigate).map(({ incident }) => incident),
  );
  const unreviewed = all
    .filter(({ incident, status }) => isReviewOverdue(incident, status.resolvedAt, settings, now))
    .map(({ incident }) => incident);
  perIncident("ringfence.incident.review.overdue", unreviewed);

  const opened = all.filter(({ incident }) => !earlier.has(incident.id));
  const resolved = all.filter(
    ({ incident, status }) => status.state === IncidentState.Resolved && earlier.get(incident.id)?.wasResolved !== true,
  );
  for (const { incident, status } of opened)
    log.info("incident opened", { incident: incident.id, title: incident.title, severity: status.severity });
  for (const { incident, status } of resolved) {
    const { severity, openedAt, acknowledgedAt, mitigatedAt, resolvedAt } = status;
    const times = { acknowledge: acknowledgedAt, mitigate: mitigatedAt, resolve: resolvedAt };
    for (const [name, at] of Object.entries(times))
      if (at !== undefined)
        meter
          .createHistogram(`ringfence.incident.time_to_${name}`, { unit: "s" })
          .record((at - openedAt) / 1000, { severity, incident: incident.id });
    const broken = status.promises.filter((promise) => isBroken(promise, now));
    for (const { deadline } of broken)
      meter
        .createCounter("ringfence.incident.breaches", { unit: "{breach}" })
        .add(1, { severity, deadline, incident: incident.id });
    log.info("incident resolved", {
      incident: incident.id,
      title: incident.title,
      severity,
      openedAt: iso(openedAt),
      acknowledgedAt: iso(acknowledgedAt),
      mitigatedAt: iso(mitigatedAt),
      resolvedAt: iso(resolvedAt),
      breaches: broken.map(({ deadline }) => deadline),
    });
  }
  const ids = (some: readonly { incident: Incident }[]) => some.map(({ incident }) => incident.id);
  return {
    open: open.length,
    opened: ids(opened),
    resolved: ids(resolved),
    notTaken: ids(notTaken),
    reviewsOverdue: unreviewed.map(({ id }) => id),
  };
}

/** One for each incident that it holds of; a zero without an incident where it holds of none, so that silence differs. */
function perIncident(name: string, incidents: readonly Incident[]): void {
  const gauge = metrics.getMeter(INSTRUMENTATION).createGauge(name, { unit: "{incident}" });
  for (const incident of incidents) gauge.record(1, { incident: incident.id, severity: worstSeverity(incident) });
  if (incidents.length === 0) gauge.record(0);
}

function isReviewOverdue(
  incident: Incident,
  resolvedAt: number | undefined,
  { reviews }: IncidentSettings,
  now: Date,
): boolean {
  if (resolvedAt === undefined || reviews.held.includes(incident.id)) return false;
  const { id, title } = incident;
  const reviewed = { id, title, severity: worstSeverity(incident), resolvedAt: new Date(resolvedAt) };
  const due = reviewDue(reviewed, reviews.calendar);
  return due !== undefined && now > due;
}

function iso(moment: number | undefined): string | undefined {
  return moment === undefined ? undefined : new Date(moment).toISOString();
}
