import { type MinuteSeries, seriesOf, type Telemetry } from "../telemetry";
import { AlertState } from "./alert-state";
import { compares } from "./comparison";
import { combinationOf } from "./dimensions";
import type { Firing } from "./firing";
import { mergeSeries } from "./merge-series";
import type { MetricSignal, ThresholdRule } from "./replay-rule";
import { type WindowValue, windowReader } from "./window";

/** What a rule did over the replayed minutes. */
export interface RuleHistory {
  firings: readonly Firing[];
  /** Combinations of dimensions that had data. */
  combinations: number;
  /** Evaluations of all combinations, and how many of them were beyond the threshold. */
  evaluations: number;
  beyond: number;
}

/**
 * Evaluates a rule as Azure Monitor would, over all minutes: at each multiple of its frequency, over the window that
 * ends there less the delay of the data, one state for each combination of dimensions. The first evaluation is the one
 * whose window lies fully within the data.
 */
export function evaluateRule(rule: ThresholdRule, telemetry: Telemetry): RuleHistory {
  const { minutes } = telemetry.axis;
  const beyondThreshold = compares(rule.operator);
  const history = { firings: [] as Firing[], combinations: 0, evaluations: 0, beyond: 0 };
  for (const [of, read] of readersOf(rule, telemetry)) {
    const state = new AlertState(of, rule.state);
    history.combinations++;
    const first = Math.ceil((rule.window + rule.delay) / rule.every) * rule.every;
    for (let minute = first; minute <= minutes; minute += rule.every) {
      const value = rule.kind === "metric" ? read(minute - rule.delay, rule.window) : logValue(read, minute, rule);
      const beyond = value !== undefined && beyondThreshold(value, rule.threshold);
      state.evaluate(minute, beyond, value);
      history.evaluations++;
      if (beyond) history.beyond++;
    }
    history.firings.push(...state.firings);
  }
  history.firings.sort((a, b) => a.firedAt - b.firedAt);
  return history;
}

/** A query looks back from now; what happened within the delay has not arrived yet. */
function logValue(read: WindowValue, minute: number, { window, delay }: ThresholdRule): number | undefined {
  return read(minute - delay, window - delay);
}

/** A reader of windows for each combination of dimensions that the rule judges by itself. */
export function readersOf(rule: ThresholdRule, telemetry: Telemetry): ReadonlyMap<string, WindowValue> {
  const watched = inScope(telemetry, rule.scope);
  if (rule.signal.kind === "measure") return rule.signal.read(watched);
  const { signal } = rule;
  return new Map(
    [...combinationsOf(signal, watched)].flatMap(([of, series]) => {
      const samples = mergeSeries(series);
      return samples === undefined ? [] : [[of, windowReader(samples, signal.aggregation)] as const];
    }),
  );
}

/** The series of a metric by the combination of dimensions that they belong to. */
export function combinationsOf(signal: MetricSignal, telemetry: Telemetry): Map<string, MinuteSeries[]> {
  const groups = new Map<string, MinuteSeries[]>();
  for (const one of seriesOf(telemetry, signal.service, signal.metric)) {
    const of = combinationOf(one, signal.dimensions);
    if (of === undefined) continue;
    groups.set(of, [...(groups.get(of) ?? []), one]);
  }
  return groups;
}

/** The telemetry of the resources that a rule watches; all of it where either side does not say which they are. */
export function inScope(telemetry: Telemetry, scope: readonly string[]): Telemetry {
  if (scope.length === 0) return telemetry;
  const { axis, series } = telemetry;
  return { axis, series: series.filter(({ resource }) => resource === undefined || scope.includes(resource)) };
}
