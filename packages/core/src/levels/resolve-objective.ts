import { NoData } from "../alerts/alert-row";
import type { BurnRateRule } from "./burn-windows";
import { BudgetingMethod } from "./counts";
import { Counting, type IndicatorSource } from "./indicators/source";
import { boundMilliseconds } from "./latency-bound";
import type { Objective, ObjectiveDefinition } from "./objective";
import { formOf, rulesOf, sliceMinutes } from "./objective-form";
import { objectiveProblems } from "./objective-problems";
import { parsePeriod } from "./period";

/**
 * An objective from its definition, with all defaults decided.
 *
 * @throws RangeError listing every problem of the definition, each with its path.
 */
export function resolveObjective(definition: ObjectiveDefinition): Objective {
  const problems = objectiveProblems(definition);
  const form = formOf(definition);
  const period = parsePeriod(definition.period, definition.timeZone);
  if (problems.length > 0 || form === undefined || period === undefined)
    throw new RangeError(
      [`objective ${JSON.stringify(definition.name)}:`, ...problems.map((p) => `  ${p.path}: ${p.problem}`)].join("\n"),
    );
  const { name, kind, target, only = [], role, quantile, evaluator, atLeast, noData = NoData.Quiet } = definition;
  const minimum = definition.minimumEvents ?? form.minimum;
  const isSliced = form.method === BudgetingMethod.Timeslices;
  const rules = rulesOf(definition, form, period);
  return {
    name,
    kind,
    form: form.form,
    method: form.method,
    target,
    period,
    source: definition.source ?? (form.sources[0] as IndicatorSource),
    only,
    role,
    counting: {
      serverErrors: Counting.Bad,
      throttled: definition.throttled ?? Counting.Bad,
      filtered: definition.filtered ?? Counting.Good,
      clientErrors: definition.clientErrors ?? Counting.LeftOut,
    },
    underMilliseconds: definition.under === undefined ? undefined : boundMilliseconds(definition.under),
    quantile,
    evaluator,
    atLeast,
    binMinutes: isSliced ? sliceMinutes(definition, form) : binOf(rules),
    minimumEvents: isSliced ? 1 : minimum,
    minimumFailures: definition.minimumFailures ?? form.minimumFailures,
    minimumSamples: isSliced ? minimum : 1,
    noData,
    rules,
  };
}

/** Five minutes, or less where a window is no whole number of them. */
function binOf(rules: readonly BurnRateRule[]): number {
  const windows = rules.flatMap((rule) => [rule.shortMinutes, rule.longMinutes]);
  return [5, 4, 3, 2, 1].find((bin) => windows.every((window) => window % bin === 0)) ?? 1;
}
