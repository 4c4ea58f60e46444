import { type Firing, readersOf, type ThresholdRule } from "../evaluation";
import type { ScheduledIncident } from "../incidents";
import type { Telemetry } from "../telemetry";
import { conditionOf } from "./condition";
import type { Chart } from "./replay-document";

/** Points that a chart has at most. */
const MOST_POINTS = 400;

/** What a rule measured from before an incident until after it, for the combination that fired or else the first. */
export function chartAround(
  rule: ThresholdRule,
  telemetry: Telemetry,
  { start, end }: ScheduledIncident,
  firings: readonly Firing[],
): Chart | undefined {
  const readers = readersOf(rule, telemetry);
  const margin = Math.max(120, Math.min(rule.window, 1440));
  const [from, to] = [Math.max(0, start - margin), Math.min(telemetry.axis.minutes, end + margin)];
  const within = firings.filter(({ firedAt }) => firedAt > start && firedAt <= to);
  const of = within[0]?.of ?? [...readers.keys()].sort()[0];
  const read = of === undefined ? undefined : readers.get(of);
  if (of === undefined || read === undefined) return undefined;
  const step = Math.max(1, Math.ceil((to - from) / MOST_POINTS / rule.every)) * rule.every;
  const points: Chart["points"] = [];
  for (let minute = Math.ceil(from / step) * step; minute <= to; minute += step) {
    const end = minute - rule.delay;
    const value = read(end, rule.kind === "metric" ? rule.window : rule.window - rule.delay);
    points.push([minute - start, value === undefined ? null : rounded(value)]);
  }
  return {
    rule: rule.name,
    alert: rule.alert,
    of,
    threshold: rule.threshold,
    condition: conditionOf(rule),
    points,
    fired: within
      .filter((firing) => firing.of === of)
      .map(({ firedAt, resolvedAt }) => [firedAt - start, resolvedAt === undefined ? null : resolvedAt - start]),
    minutes: end - start,
  };
}

/** Four digits: what a reader can see, and the same on every machine. */
function rounded(value: number): number {
  return Number(value.toPrecision(4));
}
