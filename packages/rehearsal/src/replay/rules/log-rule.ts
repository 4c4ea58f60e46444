import { alerts } from "@ringfence/core/alerts";
import type { RehearsedResource } from "../../document";
import { healthyToResolveLog, Operator, type ThresholdRule } from "../evaluation";
import { parameters } from "../telemetry";
import { intervalMinutes } from "./interval";
import { logMeasures } from "./log-measures";
import { inputAt, listOf, numberOf, textOf } from "./program-values";
import { factsOf } from "./rule-facts";

/** A log alert as it is deployed, or why it cannot be replayed. Its query cannot run here: its catalogue row says what it measures. */
export function logRule(resource: RehearsedResource): ThresholdRule | string {
  const facts = factsOf(resource, "criteria");
  const measure = logMeasures[facts.alert];
  if (measure === undefined)
    return Object.hasOwn(alerts, facts.alert)
      ? "its query has no counterpart in the generated telemetry yet"
      : "its query is its own, and KQL cannot run here";
  const criteria = listOf(inputAt(resource, "criteria", "allOf"));
  if (criteria.length !== 1) return `it has ${criteria.length} criteria; rules with one are replayed`;
  const at = (...path: string[]) => inputAt(resource, "criteria", "allOf", 0, ...path);
  const operator = Object.values(Operator).find((one) => one === at("operator"));
  const threshold = numberOf(at("threshold"));
  const window = intervalMinutes(textOf(resource.inputs.windowSize));
  const every = intervalMinutes(textOf(resource.inputs.evaluationFrequency));
  if (operator === undefined || threshold === undefined || window === undefined || every === undefined)
    return "its threshold, operator, window or frequency is not known or not one of Azure Monitor's";
  return {
    ...facts,
    kind: "log",
    signal: measure,
    operator,
    threshold,
    window,
    every,
    delay: parameters.delays.logs,
    state: {
      failing: numberOf(at("failingPeriods", "minFailingPeriodsToAlert")) ?? 1,
      of: numberOf(at("failingPeriods", "numberOfEvaluationPeriods")) ?? 1,
      autoMitigate: resource.inputs.autoMitigate === true,
      healthyToResolve: healthyToResolveLog(every),
    },
  };
}
