import { alerts } from "@ringfence/core/alerts";
import type { Objective } from "@ringfence/core/levels";
import type { RehearsedResource } from "../../document";
import { healthyToResolveLog, type LogMeasure, Operator, type ThresholdRule } from "../evaluation";
import { burnRateMeasure, levelMeasures, logMeasures } from "../measures";
import { intervalMinutes } from "./interval";
import { inputAt, listOf, numberOf, textOf } from "./program-values";
import { factsOf, propertiesOf } from "./rule-facts";

type Measures = Readonly<Record<string, LogMeasure | undefined>>;

/** A log alert as it is deployed, or why it cannot be replayed. Its query cannot run here: its catalogue row says what it measures. */
export function logRule(
  resource: RehearsedResource,
  objectives: ReadonlyMap<string, readonly Objective[]>,
): ThresholdRule | string {
  const stated = factsOf(resource, "criteria");
  const levels = objectives.get(resource.parent ?? "") ?? [];
  const { watched } = propertiesOf(resource);
  const objective = levels.find(({ name }) => name === watched);
  const levelRows: Measures = levelMeasures(objective === undefined ? levels : [objective]);
  const ofLevels = (objective && burnRateOf(stated.alert, objective)) ?? levelRows[stated.alert];
  const others: Measures = logMeasures;
  const measure = ofLevels ?? others[stated.alert];
  const facts = {
    ...stated,
    // An objective's own alert is called `<objective>/<alert>`, as in ServiceLevels' outputs.
    ...(objective !== undefined && { alert: `${objective.name}/${stated.alert}` }),
    // Its query reads all of the ring's logs, whatever resource wrote them, and not those of the workspace alone.
    ...(ofLevels !== undefined && { scope: [] }),
  };
  if (measure === undefined)
    return Object.hasOwn(alerts, stated.alert)
      ? "what its query measures is not simulated"
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
    delay: measure.delay,
    state: {
      failing: numberOf(at("failingPeriods", "minFailingPeriodsToAlert")) ?? 1,
      of: numberOf(at("failingPeriods", "numberOfEvaluationPeriods")) ?? 1,
      autoMitigate: resource.inputs.autoMitigate === true,
      healthyToResolve: healthyToResolveLog(every),
    },
  };
}

/** What the burn-rate alert of an objective measures; undefined for another alert. */
function burnRateOf(alert: string, objective: Objective): LogMeasure | undefined {
  const rule = objective.rules.find(({ id }) => `burn-${id}` === alert);
  return rule && burnRateMeasure(objective, rule);
}
