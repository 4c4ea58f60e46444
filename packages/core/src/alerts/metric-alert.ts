import type { MetricAlertRow, NoData, ThresholdFacts } from "./alert-row";
import type { MetricFrequencies, MetricWindow } from "./intervals";
import type { AggregationOf, DimensionOf, MetricName, MonitoredService } from "./metrics";

/** What a metric alert is made from. What Azure would not accept does not compile. */
export interface MetricAlertDefinition<
  Id extends string,
  S extends MonitoredService,
  M extends MetricName<S>,
  W extends MetricWindow,
> extends ThresholdFacts {
  readonly id: Id;
  readonly service: S;
  readonly metric: M;
  readonly aggregation: NoInfer<AggregationOf<S, M>>;
  readonly where?: NoInfer<{ readonly [D in DimensionOf<S, M>]?: readonly [string, ...string[]] }>;
  readonly splitBy?: NoInfer<readonly DimensionOf<S, M>[]>;
  readonly window: W;
  readonly every: NoInfer<MetricFrequencies[W]>;
  /** Always quiet: a metric alert cannot see that a metric is gone. What must speak up then is a log alert. */
  readonly noData: typeof NoData.Quiet;
}

/**
 * A metric alert. The metric must be one that Microsoft lists for the service and does not warn against, the
 * aggregation and the dimensions those that it offers, the window one that Azure takes, and the runbook one that
 * exists; everything else does not compile.
 */
export function metricAlert<
  const Id extends string,
  const S extends MonitoredService,
  const M extends MetricName<S>,
  const W extends MetricWindow,
>(definition: MetricAlertDefinition<Id, S, M, W>): MetricAlertRow & { readonly id: Id } {
  const { where = {}, splitBy = [] } = definition;
  return {
    ...definition,
    kind: "metric",
    where: where as MetricAlertRow["where"],
    splitBy,
  };
}
