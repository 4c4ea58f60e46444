/** How Azure Monitor sums up a metric's values over a window. */
export type MetricAggregation = "Average" | "Total" | "Minimum" | "Maximum" | "Count";

/** One platform metric, as Microsoft's reference lists it. */
export interface Metric {
  /** What the portal calls it. */
  title: string;
  /** The unit, spelled as in the reference. */
  unit: string;
  /** The aggregations that it offers. */
  aggregations: readonly MetricAggregation[];
  /** The dimensions that it can be filtered and split by. */
  dimensions: readonly string[];
  /** The ISO 8601 intervals at which values exist; a shorter window sees nothing. */
  timeGrains: readonly string[];
  /** Whether a diagnostic setting can export it; exported values lose their dimensions. */
  exportable: boolean;
}

/** The platform metrics of one resource type. */
export interface MetricTable {
  /** The resource type, as Azure Resource Manager spells it. */
  namespace: string;
  /** The page of Microsoft's reference. */
  source: string;
  /** The page's own date, month first. */
  documentDate: string;
  /** The metrics that an alert may use, by their name in the REST API. */
  metrics: Readonly<Record<string, Metric>>;
  /** The metrics that exist and must not be used, each with the reason. */
  refused: Readonly<Record<string, string>>;
}
