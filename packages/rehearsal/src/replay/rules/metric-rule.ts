import type { MetricAggregation } from "@ringfence/core/alerts";
import type { RehearsedResource } from "../../document";
import { type DimensionFilter, HEALTHY_TO_RESOLVE_METRIC, Operator, type ThresholdRule } from "../evaluation";
import { parameters } from "../telemetry";
import { intervalMinutes } from "./interval";
import { inputAt, listOf, numberOf, textOf } from "./program-values";
import { factsOf } from "./rule-facts";

/** A metric alert as it is deployed, or why it cannot be replayed. */
export function metricRule(resource: RehearsedResource): ThresholdRule | string {
  const criteria = listOf(inputAt(resource, "criteria", "allOf"));
  if (criteria.length !== 1) return `it has ${criteria.length} criteria; rules with one are replayed`;
  const at = (key: string) => inputAt(resource, "criteria", "allOf", 0, key);
  const type = textOf(at("criterionType"));
  if (type !== undefined && type !== "StaticThresholdCriterion")
    return `its threshold is Azure's own, learnt from the data (${type})`;
  const [service, metric, threshold] = [
    textOf(at("metricNamespace")),
    textOf(at("metricName")),
    numberOf(at("threshold")),
  ];
  const operator = Object.values(Operator).find((one) => one === at("operator"));
  const aggregation = aggregations.find((one) => one === at("timeAggregation"));
  const window = intervalMinutes(textOf(resource.inputs.windowSize));
  const every = intervalMinutes(textOf(resource.inputs.evaluationFrequency));
  if (service === undefined || metric === undefined) return "its metric is not known before Azure has answered";
  if (
    threshold === undefined ||
    operator === undefined ||
    aggregation === undefined ||
    window === undefined ||
    every === undefined
  )
    return "its threshold, operator, aggregation, window or frequency is not known or not one of Azure Monitor's";
  return {
    ...factsOf(resource, "scopes"),
    kind: "metric",
    signal: { kind: "metric", service, metric, aggregation, dimensions: listOf(at("dimensions")).map(dimensionOf) },
    operator,
    threshold,
    window,
    every,
    delay: parameters.delays.metrics,
    state: {
      failing: 1,
      of: 1,
      autoMitigate: resource.inputs.autoMitigate !== false,
      healthyToResolve: HEALTHY_TO_RESOLVE_METRIC,
    },
  };
}

const aggregations: readonly MetricAggregation[] = ["Average", "Total", "Minimum", "Maximum", "Count"];

function dimensionOf(value: unknown): DimensionFilter {
  const { name, operator, values } = value as { name?: unknown; operator?: unknown; values?: unknown };
  return {
    name: String(name),
    operator: operator === "Exclude" || operator === "StartsWith" ? operator : "Include",
    values: listOf(values).map(String),
  };
}
