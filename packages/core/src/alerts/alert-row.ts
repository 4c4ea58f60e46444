import type { RequirementId } from "../requirements";
import type { BudgetThreshold, RingName } from "../rings";
import type { RunbookId } from "../runbooks";
import type { Severity } from "../severities";
import type { ActivityCategory, ActivityField } from "./activity";
import type { AppliesWhen, Spillover } from "./applies-when";
import type { LogFrequency, LogWindow, MetricFrequency, MetricWindow } from "./intervals";
import type { MetricAggregation, MonitoredService } from "./metrics";
import type { OpenTelemetrySignal } from "./open-telemetry";

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

/** What has no metrics of its own and is watched by what Azure's activity log and bill say of it. */
export const PlatformScope = {
  Subscription: "Microsoft.Resources/subscriptions",
  ResourceGroup: "Microsoft.Resources/resourceGroups",
  Budget: "Microsoft.Consumption/budgets",
} as const;
export type PlatformScope = (typeof PlatformScope)[keyof typeof PlatformScope];

/** The type of what an alert watches. */
export type WatchedService = MonitoredService | PlatformScope;

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
  readonly service: WatchedService;
  readonly severity: PerRing<Severity>;
  readonly noData: NoData;
  readonly runbook: RunbookId;
  readonly requirements: readonly RequirementId[];
  /** Whether the alert says nothing while nobody uses the service. */
  readonly needsTraffic: boolean;
  /** What must be true of a resource for the alert to make sense there; true of every resource of the type if left out. */
  readonly appliesWhen?: AppliesWhen;
  /** Whether what it watches is a preview of Azure's; such alerts are made only where the ring allows previews. */
  readonly preview?: boolean;
}

/** What an alert states that compares a number. */
export interface ThresholdFacts extends AlertFacts {
  readonly fires: Fires;
  /** The threshold's unit in words: `requests`, `milliseconds`, `percent`. */
  readonly unit: string;
  /** Which model deployments count, where some spill over to others; all of them if left out. */
  readonly spillover?: Spillover;
}

/** An alert on a platform metric; ServiceMonitors makes one rule a resource of it. */
export interface MetricAlertRow extends ThresholdFacts {
  readonly kind: "metric";
  readonly service: MonitoredService;
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
export interface LogAlertRow extends ThresholdFacts {
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
  /** The same measure as OpenTelemetry gives it, for Prometheus; left out where only Azure's logs have it. */
  readonly openTelemetry?: OpenTelemetrySignal;
}

/** How many of the last windows must be beyond the threshold before a log alert fires. */
export interface FailingPeriods {
  readonly failing: number;
  readonly of: number;
}

/** An alert on single events of Azure's activity log, each of which fires it. Azure gives such alerts no severity. */
export interface ActivityLogAlertRow extends AlertFacts {
  readonly kind: "activityLog";
  readonly service: PlatformScope;
  readonly category: ActivityCategory;
  /** What the event's fields must say: one of the values, for each field. */
  readonly where: Readonly<Partial<Record<ActivityField, readonly string[]>>>;
  /** Why one such event is worth somebody's time. */
  readonly because: string;
}

/** The thresholds of a ring's budget, which Azure compares with the bill once a day; EnvironmentRing makes it. */
export interface BudgetAlertRow extends AlertFacts {
  readonly kind: "budget";
  readonly service: typeof PlatformScope.Budget;
  /** Percents of the monthly budget, each with the severity whose receivers are told: the ring's own row. */
  readonly thresholds: PerRing<readonly BudgetThreshold[]>;
  /** Where the numbers come from. */
  readonly because: string;
}

/** An alert that compares a number with a threshold. */
export type ThresholdAlertRow = MetricAlertRow | LogAlertRow;

/** One row of the alert catalogue. */
export type AlertRow = ThresholdAlertRow | ActivityLogAlertRow | BudgetAlertRow;

/** Whether an alert compares a number with a threshold, as metric and log alerts do. */
export function hasThreshold(row: AlertRow): row is ThresholdAlertRow {
  return row.kind === "metric" || row.kind === "log";
}
