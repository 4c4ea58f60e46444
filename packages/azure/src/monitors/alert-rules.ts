import type * as monitor from "@pulumi/azure-native/monitor";
import type * as pulumi from "@pulumi/pulumi";
import type { AlertRow } from "@ringfence/core/alerts";
import type { RingContext } from "../ring/context";
import { activityAlertRule } from "./activity-alert";
import type { AlertOverrideArgs } from "./alert-override";
import { logAlertRule } from "./log-alert";
import { metricAlertRule } from "./metric-alert";
import { alertRule } from "./rule";
import type { WatchArgs } from "./watch";

/** The alert rule of each row for one watched resource; gives their ids by the alerts' ids. */
export function alertRules(
  name: string,
  ring: RingContext,
  watch: WatchArgs,
  rows: readonly AlertRow[],
  opts: pulumi.CustomResourceOptions,
  overrides: Readonly<Record<string, AlertOverrideArgs>> = {},
): Record<string, pulumi.Output<string>> {
  return Object.fromEntries(
    rows.map((row) => [
      row.id,
      oneRule(`${name}-${watch.name}-${row.id}`, ring, watch, row, opts, overrides[row.id]).id,
    ]),
  );
}

function oneRule(
  name: string,
  ring: RingContext,
  watch: WatchArgs,
  row: AlertRow,
  opts: pulumi.CustomResourceOptions,
  override: AlertOverrideArgs | undefined,
): monitor.MetricAlert | monitor.ScheduledQueryRule | monitor.ActivityLogAlert {
  switch (row.kind) {
    case "metric":
      return metricAlertRule(name, watch, ring, alertRule(row, watch, ring, override), opts);
    case "log":
      return logAlertRule(name, watch, ring, alertRule(row, watch, ring, override), opts);
    case "activityLog":
      return activityAlertRule(name, watch, ring, alertRule(row, watch, ring, override), opts);
    case "budget":
      throw new Error(`${row.id}: a budget is no alert rule; EnvironmentRing makes it`);
  }
}
