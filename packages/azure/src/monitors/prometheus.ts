import * as alertsmanagement from "@pulumi/azure-native/alertsmanagement";
import type * as pulumi from "@pulumi/pulumi";
import { type PrometheusRow, prometheusExpression } from "@ringfence/core/alerts";
import { resourceName } from "@ringfence/core/naming";
import { runbookUrl } from "@ringfence/core/runbooks";
import type { RingContext } from "../ring/context";
import type { AlertOverrideArgs } from "./alert-override";
import { type AlertRule, alertRule } from "./rule";

/** Where the ring's services send their OpenTelemetry metrics, if that is Azure Managed Prometheus. */
export interface PrometheusArgs {
  /** The id of the Azure Monitor workspace that receives the metrics. */
  azureMonitorWorkspaceId: pulumi.Input<string>;
  /** Labels that tell this ring's series apart from others of the workspace, with their values. None if left out. */
  matching?: Record<string, string>;
}

/** The most rules of one group (Azure Monitor, limits of Prometheus rule groups). */
export const MOST_PROMETHEUS_RULES = 20;

/** How long a condition has been gone before Azure resolves its alert; shorter flaps. */
const RESOLVE_AFTER = "PT10M";

/**
 * The alerts whose signal is OpenTelemetry's, as one group of rules over an Azure Monitor workspace: the same rows, the
 * same thresholds, receivers and runbooks. Their log alerts are not made, so that nobody is told twice.
 */
export function prometheusRules(
  name: string,
  ring: RingContext,
  { azureMonitorWorkspaceId, matching }: PrometheusArgs,
  rows: readonly PrometheusRow[],
  opts: pulumi.CustomResourceOptions,
  overrides: Readonly<Record<string, AlertOverrideArgs>> = {},
): alertsmanagement.PrometheusRuleGroup {
  const watch = { name: "prometheus", resourceId: azureMonitorWorkspaceId, type: "Microsoft.Monitor/accounts" };
  return new alertsmanagement.PrometheusRuleGroup(
    `${name}-prometheus`,
    {
      ruleGroupName: resourceName("prometheusRuleGroup", { name: ring.name, ring: ring.ring, qualifier: name }),
      resourceGroupName: ring.resourceGroupName,
      location: ring.location,
      description: `Alerts of ${ring.tags.service} in ${ring.ring} on its OpenTelemetry metrics`,
      enabled: true,
      interval: "PT1M",
      scopes: [azureMonitorWorkspaceId],
      rules: rows.map((row) => oneRule(alertRule(row, watch, ring, overrides[row.id]), ring, matching)),
      tags: { ...ring.tags },
    },
    opts,
  );
}

function oneRule(rule: AlertRule<PrometheusRow>, ring: RingContext, matching: Record<string, string> | undefined) {
  const { row, enabled, severity, description, actionGroupIds, properties } = rule;
  return {
    alert: row.id,
    enabled,
    expression: prometheusExpression(row, ring.ring, matching),
    for: "PT1M",
    severity,
    labels: { alert: row.id, ring: ring.ring, service: ring.tags.service },
    annotations: { description, runbook_url: runbookUrl(ring.runbooksUrl, row.runbook) },
    resolveConfiguration: { autoResolved: true, timeToResolve: RESOLVE_AFTER },
    actions: actionGroupIds.map((actionGroupId) => ({ actionGroupId, actionProperties: properties })),
  };
}
