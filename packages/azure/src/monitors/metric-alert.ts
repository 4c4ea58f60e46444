import * as monitor from "@pulumi/azure-native/monitor";
import type * as pulumi from "@pulumi/pulumi";
import { type MetricAlertRow, thresholdOf } from "@ringfence/core/alerts";
import { resourceName } from "@ringfence/core/naming";
import type { RingContext } from "../ring/context";
import type { AlertRule } from "./rule";
import type { WatchArgs } from "./watch";
import { scopeOf } from "./watched-alerts";

/** A metric alert rule of one row for one resource. Most services of this library take one resource a rule. */
export function metricAlertRule(
  name: string,
  watch: WatchArgs,
  ring: RingContext,
  rule: AlertRule<MetricAlertRow>,
  opts: pulumi.CustomResourceOptions,
): monitor.MetricAlert {
  const { row, qualifier, actionGroupIds, properties } = rule;
  const threshold = thresholdOf(row, ring.ring);
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
      scopes: [scopeOf(row, watch)],
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
            dimensions: dimensionsOf(row, watch),
          },
        ],
      },
      actions: actionGroupIds.map((actionGroupId) => ({ actionGroupId, webHookProperties: properties })),
      tags: rule.tags,
    },
    opts,
  );
}

/** The dimension of AI accounts by which deployments that spill over are told apart. */
const DEPLOYMENT = "ModelDeploymentName";

/** The values that count, and then the dimensions of which Azure judges each value by itself. */
function dimensionsOf(
  { where, splitBy, spillover }: MetricAlertRow,
  { spillingDeployments = [] }: WatchArgs,
): { name: string; operator: string; values: string[] }[] {
  const counted = Object.entries(where).map(([name, values]) => ({ name, operator: "Include", values: [...values] }));
  const split = splitBy.map((name) => {
    if (name !== DEPLOYMENT || spillover === undefined || spillingDeployments.length === 0)
      return { name, operator: "Include", values: ["*"] };
    return { name, operator: spillover === "only" ? "Include" : "Exclude", values: [...spillingDeployments] };
  });
  return [...counted, ...split];
}
