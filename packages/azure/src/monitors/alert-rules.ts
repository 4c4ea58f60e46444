import type * as pulumi from "@pulumi/pulumi";
import type { AlertRow } from "@ringfence/core/alerts";
import type { RingContext } from "../ring/context";
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
    rows.map((row) => {
      const resource = `${name}-${watch.name}-${row.id}`;
      const rule = alertRule(row, watch, ring, overrides[row.id]);
      const made =
        row.kind === "metric"
          ? metricAlertRule(resource, row, watch, ring, rule, opts)
          : logAlertRule(resource, row, watch, ring, rule, opts);
      return [row.id, made.id];
    }),
  );
}
