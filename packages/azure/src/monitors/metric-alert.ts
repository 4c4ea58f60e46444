import * as monitor from "@pulumi/azure-native/monitor";
import type * as pulumi from "@pulumi/pulumi";
import type { MetricAlertRow } from "@ringfence/core/alerts";
import { resourceName } from "@ringfence/core/naming";
import type { RingContext } from "../ring/context";
import type { AlertRule } from "./rule";
import type { WatchArgs } from "./watch";

/** A metric alert rule of one row for one resource. Most services of this library take one resource a rule. */
export function metricAlertRule(
  name: string,
  row: MetricAlertRow,
  watch: WatchArgs,
  ring: RingContext,
  rule: AlertRule,
  opts: pulumi.CustomResourceOptions,
): monitor.MetricAlert {
  const { qualifier, threshold, actionGroupId, properties } = rule;
  return new monitor.MetricAlert(
    name,
    {
      ruleName: resourceName("metricAlert", { name: ring.name, ring: ring.ring, qualifier }),
      resourceGroupName: ring.resourceGroupName,
      location: "global",
      description: rule.description,
      severity: rule.severity,
      enabled: rule.enabled,
      autoMitigate: true,
      scopes: [watch.resourceId],
      evaluationFrequency: row.every,
      windowSize: row.window,
      criteria: {
        odataType: "Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria",
        allOf: [
          {
            criterionType: "StaticThresholdCriterion",
            name: row.id,
            metricNamespace: row.service,
            metricName: row.metric,
            timeAggregation: row.aggregation,
            operator: threshold.operator,
            threshold: threshold.value,
            dimensions: dimensionsOf(row),
          },
        ],
      },
      actions: actionGroupId === undefined ? [] : [{ actionGroupId, webHookProperties: properties }],
      tags: rule.tags,
    },
    opts,
  );
}

/** The values that count, and then the dimensions of which Azure judges each value by itself. */
function dimensionsOf(row: MetricAlertRow): { name: string; operator: string; values: string[] }[] {
  const counted = Object.entries(row.where).map(([name, values]) => ({
    name,
    operator: "Include",
    values: [...values],
  }));
  return [...counted, ...row.splitBy.map((name) => ({ name, operator: "Include", values: ["*"] }))];
}
