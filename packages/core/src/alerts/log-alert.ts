import type { FailingPeriods, LogAlertRow, ThresholdFacts } from "./alert-row";
import type { LogFrequency, LogWindow } from "./intervals";
import type { MetricAggregation } from "./metrics";
import type { OpenTelemetrySignal } from "./open-telemetry";

/** What a log alert is made from. */
export interface LogAlertDefinition<Id extends string> extends ThresholdFacts {
  readonly id: Id;
  readonly query: string;
  readonly measure: string;
  readonly aggregation: MetricAggregation;
  readonly splitBy?: readonly string[];
  readonly window: LogWindow;
  readonly every: LogFrequency;
  /** 1 of 1 when left out. */
  readonly failingPeriods?: FailingPeriods;
  readonly openTelemetry?: OpenTelemetrySignal;
}

/** A log alert. `alertRowProblems` says what its types cannot: look-back, and columns that the query must give. */
export function logAlert<const Id extends string>(
  definition: LogAlertDefinition<Id>,
): LogAlertRow & { readonly id: Id } {
  const { splitBy = [], failingPeriods = { failing: 1, of: 1 } } = definition;
  return { ...definition, kind: "log", splitBy, failingPeriods };
}
