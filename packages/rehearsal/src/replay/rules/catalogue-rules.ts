import {
  type AlertRow,
  alertProperties,
  hasThreshold,
  minutesOf,
  type ThresholdAlertRow,
  thresholdOf,
} from "@ringfence/core/alerts";
import type { RingName } from "@ringfence/core/rings";
import { HEALTHY_TO_RESOLVE_METRIC, healthyToResolveLog, type LogMeasure, type ThresholdRule } from "../evaluation";
import { logMeasures } from "../measures";
import { parameters } from "../telemetry";

/**
 * Rows of the alert catalogue as rules of one ring, as ServiceMonitors would deploy them without overrides, with a
 * receiver for every severity. Rows without a threshold, or whose query has no counterpart in the telemetry, are left
 * out, and those of the other of ordinary and low traffic.
 */
export function catalogueRules(rows: readonly AlertRow[], ring: RingName, hasLowTraffic = false): ThresholdRule[] {
  return rows
    .filter(({ appliesWhen }) => (appliesWhen?.hasLowTraffic ?? hasLowTraffic) === hasLowTraffic)
    .filter(hasThreshold)
    .flatMap((row) => ruleOf(row, ring) ?? []);
}

function ruleOf(row: ThresholdAlertRow, ring: RingName): ThresholdRule | undefined {
  const { operator, value } = thresholdOf(row, ring);
  const { asks, runbook } = alertProperties(row, ring, "");
  const every = minutesOf[row.every];
  const common = {
    name: row.id,
    alert: row.id,
    ...(asks !== undefined && { asks }),
    ...(runbook !== undefined && { runbook }),
    severity: row.severity[ring],
    receivers: [row.severity[ring]],
    scope: [],
    operator,
    threshold: value,
    window: minutesOf[row.window],
    every,
  };
  if (row.kind === "metric") {
    const counted = Object.entries(row.where).map(([name, values]) => ({ name, operator: "Include" as const, values }));
    const split = row.splitBy.map((name) => ({ name, operator: "Include" as const, values: ["*"] }));
    return {
      ...common,
      kind: "metric",
      signal: {
        kind: "metric",
        service: row.service,
        metric: row.metric,
        aggregation: row.aggregation,
        dimensions: [...counted, ...split],
      },
      delay: parameters.delays.metrics,
      state: { failing: 1, of: 1, autoMitigate: true, healthyToResolve: HEALTHY_TO_RESOLVE_METRIC },
    };
  }
  const measures: Readonly<Record<string, LogMeasure | undefined>> = logMeasures;
  const signal = measures[row.id];
  if (signal === undefined) return undefined;
  const { failing, of } = row.failingPeriods;
  return {
    ...common,
    kind: "log",
    signal,
    delay: signal.delay,
    state: { failing, of, autoMitigate: true, healthyToResolve: healthyToResolveLog(every) },
  };
}
