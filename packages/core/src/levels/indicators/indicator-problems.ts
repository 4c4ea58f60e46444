import { notOneOf, type Problem } from "../../problems";
import { BudgetingMethod } from "../counts";
import { durationMinutes } from "../duration";
import { boundMilliseconds } from "../latency-bound";
import type { ObjectiveDefinition } from "../objective";
import { IndicatorForm, type IndicatorFormRow } from "../objective-kind";
import { inPercent } from "../target";
import { Counting, type IndicatorSource, RequestOutcome } from "./source";
import { indicatorSources } from "./sources";

/** The properties that only some forms take. */
const takenBy: Readonly<Record<string, readonly IndicatorForm[]>> = {
  throttled: [IndicatorForm.SuccessRate],
  filtered: [IndicatorForm.SuccessRate],
  clientErrors: [IndicatorForm.SuccessRate],
  under: [IndicatorForm.LatencyShare, IndicatorForm.LatencyQuantile],
  quantile: [IndicatorForm.LatencyQuantile],
  evaluator: [IndicatorForm.EvaluationScore],
  atLeast: [IndicatorForm.EvaluationScore],
  minimumFailures: [IndicatorForm.SuccessRate, IndicatorForm.LatencyShare],
  slice: [IndicatorForm.LatencyQuantile, IndicatorForm.EvaluationScore],
};

/** What is wrong with what an objective measures, given the form of its indicator. */
export function indicatorProblems(definition: ObjectiveDefinition, form: IndicatorFormRow): Problem[] {
  return [
    ...strayProblems(definition, form),
    ...sourceProblems(definition, form),
    ...boundProblems(definition, form),
    ...minimumProblems(definition, form),
  ];
}

function strayProblems(definition: ObjectiveDefinition, { form }: IndicatorFormRow): Problem[] {
  return Object.entries(takenBy).flatMap(([path, forms]) => {
    if (definition[path as keyof ObjectiveDefinition] === undefined || forms.includes(form)) return [];
    const hint = path === "slice" && form === IndicatorForm.LatencyShare ? "; give quantile to count slices" : "";
    return [{ path, problem: `means nothing to ${form}, only to ${forms.join(" and ")}; leave it out${hint}` }];
  });
}

function sourceProblems(definition: ObjectiveDefinition, form: IndicatorFormRow): Problem[] {
  const source = definition.source ?? form.sources[0];
  if (source === undefined || !form.sources.includes(source as IndicatorSource))
    return [{ path: "source", problem: notOneOf(source, form.sources) }];
  const row = indicatorSources[source];
  const problems: Problem[] = [];
  if (definition.role !== undefined && !row.hasRole)
    problems.push({ path: "role", problem: `the source ${source} does not say which program an event came from` });
  if (definition.only !== undefined && definition.only.length === 0)
    problems.push({ path: "only", problem: "empty; nothing would count, so leave it out for everything" });
  for (const outcome of [RequestOutcome.Throttled, RequestOutcome.Filtered, RequestOutcome.ClientError]) {
    const counting = definition[outcome];
    if (counting === undefined) continue;
    if (!Object.values(Counting).includes(counting))
      problems.push({ path: outcome, problem: notOneOf(counting, Object.values(Counting)) });
    else if (!row.sees.includes(outcome))
      problems.push({
        path: outcome,
        problem: `the source ${source} cannot tell such requests from others; leave it out, or take the source model-calls`,
      });
  }
  return problems;
}

function boundProblems(definition: ObjectiveDefinition, { form }: IndicatorFormRow): Problem[] {
  const { under, quantile, evaluator, atLeast } = definition;
  const problems: Problem[] = [];
  const say = (path: string, problem: string) => problems.push({ path, problem });
  if (takenBy.under?.includes(form) && (under === undefined || boundMilliseconds(String(under)) === undefined))
    say("under", `${under === undefined ? "missing" : `${JSON.stringify(under)} is no time`}; for example 800ms or 4s`);
  if (quantile !== undefined && form === IndicatorForm.LatencyQuantile) {
    const isPercentage = typeof quantile === "number" && quantile > 0 && quantile < 100;
    if (!isPercentage)
      say("quantile", `${JSON.stringify(quantile)} is not a percentage over 0 and under 100, for example 95`);
    else if (quantile < 1) say("quantile", `${quantile} is a share; give a percentage: ${inPercent(quantile)}`);
  }
  if (form !== IndicatorForm.EvaluationScore) return problems;
  if (typeof evaluator !== "string" || evaluator === "")
    say("evaluator", "missing; the evaluator's name, for example groundedness");
  if (typeof atLeast !== "number" || !Number.isFinite(atLeast))
    say(
      "atLeast",
      `${atLeast === undefined ? "missing" : `${JSON.stringify(atLeast)} is no number`}; the mean score that a slice must reach, for example 4`,
    );
  return problems;
}

function minimumProblems(definition: ObjectiveDefinition, { method }: IndicatorFormRow): Problem[] {
  const { slice } = definition;
  const problems = (["minimumEvents", "minimumFailures"] as const).flatMap((path): Problem[] => {
    const given = definition[path];
    if (given === undefined || (Number.isInteger(given) && given >= 1)) return [];
    return [{ path, problem: `${given} is not a whole number from 1 up` }];
  });
  if (slice === undefined || method !== BudgetingMethod.Timeslices) return problems;
  const minutes = durationMinutes(String(slice));
  if (minutes === undefined || 1440 % minutes !== 0)
    problems.push({
      path: "slice",
      problem: `${JSON.stringify(slice)} is not a length of time that fits into a day a whole number of times, for example 5m or 1h`,
    });
  return problems;
}
