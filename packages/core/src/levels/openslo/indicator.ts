import type { Problem } from "../../problems";
import { indicatorQuery } from "../indicators/query";
import type { ObjectiveDefinition } from "../objective";
import { IndicatorForm } from "../objective-kind";
import { resolveObjective } from "../resolve-objective";
import { type Bag, bagOf } from "./document";

/** The type of a metric source that this library measures. */
export const METRIC_SOURCE = "AzureLogAnalytics";

/** What of an objective says what is measured, in its metric source's spec. */
const measured = [
  "kind",
  "source",
  "only",
  "role",
  "throttled",
  "filtered",
  "clientErrors",
  "quantile",
  "evaluator",
  "minimumEvents",
  "minimumFailures",
  "noData",
] as const satisfies readonly (keyof ObjectiveDefinition)[];

/** The indicator of an objective as the spec of an SLI: what is measured, and the KQL that measures it. */
export function sliSpecOf(definition: ObjectiveDefinition, dataSource: string): Bag {
  const objective = resolveObjective(definition);
  const said = Object.fromEntries(
    measured.flatMap((key) => (definition[key] === undefined ? [] : [[key, definition[key]]])),
  );
  const metricSource = {
    metricSourceRef: dataSource,
    type: METRIC_SOURCE,
    spec: { ...said, query: indicatorQuery(objective) },
  };
  if (objective.form !== IndicatorForm.SuccessRate) return { thresholdMetric: { metricSource } };
  return { ratioMetric: { counter: false, good: { metricSource }, total: { metricSource } } };
}

/** What an SLI's spec measures, as part of a definition, with the query that it says measures it. */
export interface ReadIndicator {
  readonly definition: Bag;
  readonly query: unknown;
}

/** What an SLI's spec measures, or why it cannot be measured here. Paths are below the spec. */
export function indicatorIn(spec: Bag): ReadIndicator | Problem[] {
  const { ratioMetric, thresholdMetric } = spec;
  if ((ratioMetric === undefined) === (thresholdMetric === undefined))
    return [{ path: "", problem: "has not exactly one of ratioMetric and thresholdMetric" }];
  const sources: [path: string, source: Bag][] =
    ratioMetric === undefined
      ? [["thresholdMetric.metricSource", bagOf(bagOf(thresholdMetric).metricSource)]]
      : ["good", "total"].map((part) => [
          `ratioMetric.${part}.metricSource`,
          bagOf(bagOf(bagOf(ratioMetric)[part]).metricSource),
        ]);
  const foreign = sources.flatMap(([path, { type }]) =>
    type === METRIC_SOURCE
      ? []
      : [
          {
            path: `${path}.type`,
            problem: `${JSON.stringify(type)} is not ${METRIC_SOURCE}; only the ring's logs can be measured, so say kind and source there`,
          },
        ],
  );
  if (foreign.length > 0) return foreign;
  const { query, ...definition } = bagOf(sources[0]?.[1].spec);
  const unknown = Object.keys(definition).filter((key) => !(measured as readonly string[]).includes(key));
  if (unknown.length > 0)
    return unknown.map((key) => ({
      path: `${sources[0]?.[0]}.spec.${key}`,
      problem: `is not known; it may have ${measured.join(", ")} and query`,
    }));
  return { definition, query };
}

/** What is wrong with a query that another tool has changed: it would say one thing and another would be measured. */
export function queryProblems(definition: ObjectiveDefinition, query: unknown): Problem[] {
  if (query === undefined || query === indicatorQuery(resolveObjective(definition))) return [];
  return [{ path: "query", problem: "is not what kind, source and bounds say; leave it out, it is made from them" }];
}
