import { type Severity, severityNames } from "../severities";
import { type Incident, IncidentState, PersonAct } from "./incident";
import { isFlapping, resolutionOf, type Span, spansOf } from "./lifetime";
import type { IncidentRules } from "./rules";
import { Deadline } from "./task";
import { instant, MINUTE } from "./time";

/** One promise of one severity: the clock began, and by when something must have happened. Milliseconds since 1970. */
export interface Promised {
  readonly deadline: Deadline;
  readonly severity: Severity;
  /** When the clock began: the alert, or the end of the quiet time in which it fired. */
  readonly from: number;
  readonly dueAt: number;
  /** When it was kept, undefined if it is not yet. */
  readonly keptAt: number | undefined;
}

/** What an incident is at a moment, derived from its facts alone. Times are milliseconds since 1970. */
export interface IncidentStatus {
  readonly state: IncidentState;
  /** The worst of the episode's alerts; it is never lowered while the incident lasts. */
  readonly severity: Severity;
  readonly openedAt: number;
  /** The first acknowledgement, mitigation or closing of the episode. */
  readonly acknowledgedAt: number | undefined;
  /** When users were no longer affected: a person said so, or the incident was resolved. */
  readonly mitigatedAt: number | undefined;
  readonly resolvedAt: number | undefined;
  readonly firing: readonly string[];
  readonly gone: readonly string[];
  readonly flapping: boolean;
  /** Both promises of the episode, anew for each time that its severity became worse. */
  readonly promises: readonly Promised[];
}

/** The status of an incident at `now`. */
export function statusOf(incident: Incident, now: Date, rules: IncidentRules): IncidentStatus {
  const all = spansOf(incident);
  const spans = episodeSpans(incident, all);
  const resolution = resolutionOf(all, rules.flapping);
  const resolvedAt = resolution !== undefined && resolution <= now.getTime() ? resolution : undefined;
  const rises = severityRises(spans, incident);
  const firstAlert = Math.min(...spans.map(({ from }) => from));
  const lastAlert = Math.max(...spans.map(({ from }) => from));
  const lastRise = Math.max(...rises.map(({ at }) => at));
  const from = episodeFrom(incident) ?? firstAlert;
  const took = actsAfter(incident, from, [PersonAct.Acknowledge, PersonAct.Mitigate, PersonAct.Resolve], now);
  const mitigations = actsAfter(incident, lastAlert, [PersonAct.Mitigate], now);
  const taken = took.some((at) => at >= lastRise);
  return {
    state: stateOf(resolvedAt !== undefined, mitigations.length > 0, taken),
    severity: rises.at(-1)?.severity ?? "Sev4",
    openedAt: from,
    acknowledgedAt: took[0],
    mitigatedAt: mitigations[0] ?? resolvedAt,
    resolvedAt,
    firing: spans.filter(({ to }) => to === Infinity).map(({ alertId }) => alertId),
    gone: spans.filter(({ to }) => to !== Infinity).map(({ alertId }) => alertId),
    flapping: isFlapping(all, rules.flapping),
    promises: rises.flatMap(({ at, severity }) => {
      const { timeToAcknowledgeMinutes, timeToMitigateMinutes } = rules.severities[severity];
      const clock = quietUntil(at, severity, rules);
      const promise = (deadline: Deadline, minutes: number, keptAt: number | undefined): Promised => ({
        deadline,
        severity,
        from: clock,
        dueAt: clock + minutes * MINUTE,
        keptAt,
      });
      const takenAt = took.find((time) => time >= at);
      return [
        promise(Deadline.Acknowledge, timeToAcknowledgeMinutes, earliest(takenAt, resolvedAt)),
        promise(Deadline.Mitigate, timeToMitigateMinutes, earliest(mitigations[0], resolvedAt)),
      ];
    }),
  };
}

/** Whether a promise is broken at `now`: kept after it was due, or due and not kept. */
export function isBroken(promise: Promised, now: Date): boolean {
  return promise.keptAt === undefined ? now.getTime() >= promise.dueAt : promise.keptAt > promise.dueAt;
}

/** The worst severity that any alert of an incident ever had: what its review goes by. */
export function worstSeverity(incident: Pick<Incident, "alerts">): Severity {
  return worst(Object.values(incident.alerts).map(({ severity }) => severity));
}

/** The more urgent of the severities. */
export function worst(given: readonly Severity[]): Severity {
  return severityNames.find((severity) => given.includes(severity)) ?? "Sev4";
}

/** The first moment from `at` on at which people may be told. */
export function quietUntil(at: number, severity: Severity, { quiet }: IncidentRules): number {
  return quiet === undefined ? at : Math.max(at, quiet(new Date(at), severity).getTime());
}

function stateOf(resolved: boolean, mitigated: boolean, taken: boolean): IncidentState {
  if (resolved) return IncidentState.Resolved;
  if (mitigated) return IncidentState.Mitigated;
  return taken ? IncidentState.Acknowledged : IncidentState.Open;
}

function episodeFrom({ episodeFrom: from }: Incident): number | undefined {
  return from === undefined ? undefined : instant(from);
}

/** The alerts that belong to the episode: those that had not ended before it began. */
function episodeSpans(incident: Incident, spans: readonly Span[]): readonly Span[] {
  const from = episodeFrom(incident) ?? Number.NEGATIVE_INFINITY;
  const during = spans.filter(({ to }) => to >= from);
  return during.length > 0 ? during : spans;
}

/** When the episode's severity became worse, beginning with its first alert. */
function severityRises(spans: readonly Span[], incident: Incident): { at: number; severity: Severity }[] {
  const from = episodeFrom(incident) ?? Number.NEGATIVE_INFINITY;
  const rises: { at: number; severity: Severity }[] = [];
  for (const span of spans) {
    const { severity } = span.alert;
    const before = rises.at(-1);
    const at = Math.max(span.from, from);
    if (before !== undefined && worst([before.severity, severity]) === before.severity) continue;
    if (before?.at === at) rises.pop();
    rises.push({ at, severity });
  }
  return rises;
}

/** When people did one of the things from a moment on, until now; in order. */
function actsAfter(incident: Incident, from: number, which: readonly PersonAct[], now: Date): number[] {
  return incident.acts
    .filter(({ act }) => which.includes(act))
    .map(({ at }) => instant(at))
    .filter((at) => at >= from && at <= now.getTime())
    .sort((a, b) => a - b);
}

function earliest(...times: (number | undefined)[]): number | undefined {
  const known = times.filter((time) => time !== undefined);
  return known.length === 0 ? undefined : Math.min(...known);
}
