export { AlertState, HEALTHY_TO_RESOLVE_METRIC, healthyToResolveLog, type StateRule } from "./alert-state";
export { compares, Operator } from "./comparison";
export { evaluateRule, type RuleHistory, readersOf } from "./evaluate";
export type { Firing } from "./firing";
export type { DimensionFilter, LogMeasure, MetricSignal, RuleFacts, Signal, ThresholdRule } from "./replay-rule";
export { between, runningSums, type WindowValue, windowReader } from "./window";
