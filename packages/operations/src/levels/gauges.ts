import { metrics } from "@opentelemetry/api";
import {
  type LevelAssessment,
  LevelAttribute,
  LevelMetric,
  levelStateNumber,
  type Objective,
  targetShare,
} from "@ringfence/core/levels";
import { INSTRUMENTATION } from "../observability";
import type { ReviewEntry } from "./review";

/** One value of a gauge. */
export interface LevelValue {
  readonly metric: LevelMetric;
  readonly value: number;
  readonly attributes: Readonly<Record<string, string>>;
}

/**
 * What is measured of an objective. State and target are sent whatever there is to say, a share or a burn rate only where there is
 * one. `burning` tells of the rules that no alert of Azure's holds: those that it holds would be told twice.
 */
export function levelValues(
  objective: Objective,
  assessment: LevelAssessment,
  review: ReviewEntry | undefined,
  isHeldByAzure: (rule: Objective["rules"][number]) => boolean,
): LevelValue[] {
  const attributes = { [LevelAttribute.Objective]: objective.name };
  const { state, indicator, budget, verdicts } = assessment;
  const values: LevelValue[] = [
    { metric: LevelMetric.State, value: levelStateNumber[state], attributes },
    { metric: LevelMetric.Target, value: targetShare(objective.target), attributes },
    { metric: LevelMetric.ReviewDue, value: review ? 1 : 0, attributes },
    { metric: LevelMetric.ReviewBudgetGone, value: review?.percentGone ?? 0, attributes },
  ];
  if (indicator !== undefined) values.push({ metric: LevelMetric.Indicator, value: indicator, attributes });
  if (budget !== undefined) values.push({ metric: LevelMetric.BudgetLeft, value: budget.remaining, attributes });
  for (const { rule, shortBurnRate, longBurnRate, over } of verdicts) {
    const ofRule = { ...attributes, [LevelAttribute.Rule]: rule.id };
    for (const [window, value] of [["short", shortBurnRate] as const, ["long", longBurnRate] as const])
      if (value !== undefined)
        values.push({
          metric: LevelMetric.BurnRate,
          value,
          attributes: { ...ofRule, [LevelAttribute.Window]: window },
        });
    if (!isHeldByAzure(rule)) values.push({ metric: LevelMetric.Burning, value: over ? 1 : 0, attributes: ofRule });
  }
  return values;
}

/** Sends values as OpenTelemetry gauges. */
export function recordLevels(values: readonly LevelValue[]): void {
  const meter = metrics.getMeter(INSTRUMENTATION);
  for (const { metric, value, attributes } of values) meter.createGauge(metric).record(value, attributes);
}
