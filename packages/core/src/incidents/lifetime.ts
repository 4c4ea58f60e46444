import { type AlertFact, type Incident, PersonAct } from "./incident";
import type { FlapRule } from "./rules";
import { instant, MINUTE } from "./time";

/** From when until when an alert counted, in milliseconds since 1970. */
export interface Span {
  readonly alertId: string;
  readonly alert: AlertFact;
  readonly from: number;
  /** Infinity while it lasts. */
  readonly to: number;
  /** Whether a person ended it, rather than the alert itself. */
  readonly byPerson: boolean;
}

/** The spans of an incident's alerts, by when they began. A person who closes the incident ends those that last. */
export function spansOf({ alerts, acts }: Pick<Incident, "alerts" | "acts">): Span[] {
  const closings = acts
    .filter(({ act }) => act === PersonAct.Resolve)
    .map(({ at }) => instant(at))
    .sort((a, b) => a - b);
  return Object.entries(alerts)
    .map(([alertId, alert]): Span => {
      const from = instant(alert.firedAt);
      const itself = alert.resolvedAt === undefined ? Infinity : Math.max(from, instant(alert.resolvedAt));
      const closed = closings.find((at) => at >= from) ?? Infinity;
      return { alertId, alert, from, to: Math.min(itself, closed), byPerson: closed < itself };
    })
    .sort((a, b) => a.from - b.from || (a.alertId < b.alertId ? -1 : 1));
}

/** Milliseconds between two spans; 0 where they touch. */
export function gapBetween(a: Pick<Span, "from" | "to">, b: Pick<Span, "from" | "to">): number {
  return Math.max(0, a.from - b.to, b.from - a.to);
}

/** Whether the alerts come and go: as many as the rule says began within its time before the last one began. */
export function isFlapping(spans: readonly Span[], rule: FlapRule): boolean {
  const last = spans.at(-1);
  if (last === undefined) return false;
  return spans.filter(({ from }) => from > last.from - rule.withinMinutes * MINUTE).length >= rule.firings;
}

/** When the incident is resolved, undefined while an alert lasts. One that flaps is resolved after its quiet time. */
export function resolutionOf(spans: readonly Span[], rule: FlapRule): number | undefined {
  const end = Math.max(...spans.map(({ to }) => to));
  if (end === Infinity) return undefined;
  const last = spans.filter(({ to }) => to === end);
  if (last.some(({ byPerson }) => byPerson)) return end;
  return isFlapping(spans, rule) ? end + rule.quietMinutes * MINUTE : end;
}
