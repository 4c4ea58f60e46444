import type { MetricAggregation } from "@ringfence/core/alerts";
import type { Severity } from "@ringfence/core/severities";
import type { Telemetry } from "../telemetry";
import type { StateRule } from "./alert-state";
import type { Operator } from "./comparison";
import type { WindowValue } from "./window";

/** What every replayed rule says of itself. */
export interface RuleFacts {
  /** The rule's name in the program; unique. */
  name: string;
  /** The catalogue's id of the alert; the rule's name where it has none. */
  alert: string;
  /** The question that it answers, where it says so. */
  asks?: string;
  severity: Severity;
  /** The action groups that hear of it, by their names in the program; none where it reaches nobody. */
  receivers: readonly string[];
  /** The URNs of the resources that it watches, as far as the program tells. */
  scope: readonly string[];
  runbook?: string;
}

/** A rule that compares one number, window by window, as Azure Monitor's metric and log alerts do. */
export interface ThresholdRule extends RuleFacts {
  kind: "metric" | "log";
  signal: Signal;
  operator: Operator;
  threshold: number;
  /** Minutes that one evaluation looks back over. */
  window: number;
  /** Minutes between two evaluations. */
  every: number;
  /** Minutes until what happened can be seen. */
  delay: number;
  state: StateRule;
}

/** Where a rule's number comes from. */
export type Signal = MetricSignal | LogMeasure;

/** A platform metric, filtered and split by its dimensions. */
export interface MetricSignal {
  kind: "metric";
  service: string;
  metric: string;
  aggregation: MetricAggregation;
  dimensions: readonly DimensionFilter[];
}

/** One dimension of a rule. Azure judges each value that it includes by itself. */
export interface DimensionFilter {
  name: string;
  operator: "Include" | "Exclude" | "StartsWith";
  /** `*` stands for any value. */
  values: readonly string[];
}

/** What a query measures, told in series because KQL cannot run here: a reader of windows for each split value. */
export interface LogMeasure {
  kind: "measure";
  /** What it measures, in words. */
  measures: string;
  /** The series that it reads, `service/metric`; where one is missing the rule cannot be replayed. */
  reads: readonly (readonly [service: string, metric: string])[];
  /** Minutes until what it reads can be queried. */
  delay: number;
  /** Minutes that it reads back from now, where its query says so itself and reads less than the rule's window. */
  looksBack?: number;
  /** Whether it reads how long single events took, which recorded minutes do not tell. */
  readsDurations?: boolean;
  read(telemetry: Telemetry): ReadonlyMap<string, WindowValue>;
}
