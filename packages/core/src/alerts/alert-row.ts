import type { RequirementId } from "../requirements";
import type { RingName } from "../rings";
import type { RunbookId } from "../runbooks";
import type { Severity } from "../severities";
import type { LogFrequency, LogWindow, MetricFrequency, MetricWindow } from "./intervals";
import type { MetricAggregation, MonitoredService } from "./metrics";

/** One value a ring. */
export type PerRing<T> = Readonly<Record<RingName, T>>;

/** What an alert does when there is nothing to look at. */
export const NoData = {
  /** Nothing happened, so nothing is wrong: the alert stays as it is. */
  Quiet: "quiet",
  /** Nothing happened, and that is what is wrong: the query counts it and the alert fires. */
  Fires: "fires",
} as const;
export type NoData = (typeof NoData)[keyof typeof NoData];

/** Beyond which value an alert fires in each ring, and where the number comes from. */
export type Fires =
  | { readonly over: PerRing<number>; readonly because: string }
  | { readonly under: PerRing<number>; readonly because: string };

/** What every alert states. */
export interface AlertFacts {
  /** The alert's id, in lower case with hyphens; its resources are named after it. */
  readonly id: string;
  /** The question that the alert answers. */
  readonly asks: string;
  /** The type of the resource that is watched. */
  readonly service: MonitoredService;
  readonly fires: Fires;
  /** The threshold's unit in words: `requests`, `milliseconds`, `percent`. */
  readonly unit: string;
  readonly severity: PerRing<Severity>;
  readonly noData: NoData;
  readonly runbook: RunbookId;
  readonly requirements: readonly RequirementId[];
  /** Whether the alert says nothing while nobody uses the service. */
  readonly needsTraffic: boolean;
}

/** An alert on a platform metric; ServiceMonitors makes one rule a resource of it. */
export interface MetricAlertRow extends AlertFacts {
  readonly kind: "metric";
  readonly metric: string;
  readonly aggregation: MetricAggregation;
  /** The values of a dimension that count; other values are left out. */
  readonly where: Readonly<Record<string, readonly string[]>>;
  /** The dimensions of which each value is judged by itself. */
  readonly splitBy: readonly string[];
  readonly window: MetricWindow;
  readonly every: MetricFrequency;
}

/** An alert on a query over the ring's Log Analytics workspace. */
export interface LogAlertRow extends AlertFacts {
  readonly kind: "log";
  /** KQL; `{resourceId}` and `{resourceName}` stand for the watched resource. `alertQuery` fills them in. */
  readonly query: string;
  /** The numeric column of the query's result that is compared with the threshold. */
  readonly measure: string;
  /** How the column's values in one window become one. */
  readonly aggregation: MetricAggregation;
  /** The columns of which each value is judged by itself. */
  readonly splitBy: readonly string[];
  readonly window: LogWindow;
  readonly every: LogFrequency;
  /** How many of the last windows must be beyond the threshold. */
  readonly failingPeriods: FailingPeriods;
}

/** How many of the last windows must be beyond the threshold before a log alert fires. */
export interface FailingPeriods {
  readonly failing: number;
  readonly of: number;
}

/** One row of the alert catalogue. */
export type AlertRow = MetricAlertRow | LogAlertRow;
