import * as monitor from "@pulumi/azure-native/monitor";
import * as pulumi from "@pulumi/pulumi";
import { alertQuery, type LogAlertRow, thresholdOf } from "@ringfence/core/alerts";
import { resourceName } from "@ringfence/core/naming";
import type { RingContext } from "../ring/context";
import type { AlertRule } from "./rule";
import type { WatchArgs } from "./watch";

/**
 * A log alert rule of one row for one resource, over the ring's Log Analytics workspace. Azure does not check the query
 * at deployment: its tables come into being with the first entry. The tests have checked it against their columns.
 */
export function logAlertRule(
  name: string,
  watch: WatchArgs,
  ring: RingContext,
  rule: AlertRule<LogAlertRow>,
  opts: pulumi.CustomResourceOptions,
): monitor.ScheduledQueryRule {
  const { row, qualifier, actionGroupIds } = rule;
  const threshold = thresholdOf(row, ring.ring);
  const spillingDeployments = (watch.spillingDeployments ?? []).join(",");
  const query = pulumi
    .output(watch.resourceId)
    .apply((resourceId) => alertQuery(row, { resourceId, resourceName: lastPart(resourceId), spillingDeployments }));
  return new monitor.ScheduledQueryRule(
    name,
    {
      ruleName: resourceName("logAlert", { name: ring.name, ring: ring.ring, qualifier }),
      resourceGroupName: ring.resourceGroupName,
      location: ring.location,
      kind: "LogAlert",
      displayName: `${row.id} (${watch.name})`,
      description: rule.description,
      severity: rule.severity,
      enabled: rule.enabled,
      autoMitigate: true,
      skipQueryValidation: true,
      scopes: [ring.logAnalyticsId],
      evaluationFrequency: row.every,
      windowSize: row.window,
      criteria: {
        allOf: [
          {
            query,
            metricMeasureColumn: row.measure,
            timeAggregation: row.aggregation,
            operator: threshold.operator,
            threshold: threshold.value,
            dimensions: row.splitBy.map((column) => ({ name: column, operator: "Include", values: ["*"] })),
            failingPeriods: {
              numberOfEvaluationPeriods: row.failingPeriods.of,
              minFailingPeriodsToAlert: row.failingPeriods.failing,
            },
          },
        ],
      },
      actions: {
        actionGroups: actionGroupIds,
        customProperties: rule.properties,
      },
      tags: rule.tags,
    },
    opts,
  );
}

function lastPart(resourceId: string): string {
  return resourceId.slice(resourceId.lastIndexOf("/") + 1);
}
