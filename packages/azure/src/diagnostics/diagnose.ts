import * as monitor from "@pulumi/azure-native/monitor";
import type * as pulumi from "@pulumi/pulumi";

/** What one resource sends to Log Analytics. */
export interface DiagnosticsArgs {
  /** The resource to be observed. */
  resourceId: pulumi.Input<string>;
  /** The Log Analytics workspace that receives its logs and metrics. */
  logAnalyticsId: pulumi.Input<string>;
  /** Log categories; all of them unless stated. An empty list for a resource that has none. */
  logs?: string[];
  /** Metric categories; `AllMetrics` unless stated. An empty list for a resource that sends none. */
  metrics?: string[];
}

/**
 * A setting's name in Azure. One name for all: a resource takes at most five settings, and a second one with the same
 * destination is refused, so the name says where the data goes.
 */
const SETTING_NAME = "to-log-analytics";

/**
 * Sends a resource's logs and metrics to Log Analytics, in tables of their own where the service has them (Key Vault's
 * `AZKVAuditLogs`); the others write to `AzureDiagnostics` whatever is asked.
 */
export function diagnose(
  name: string,
  args: DiagnosticsArgs,
  opts: pulumi.CustomResourceOptions = {},
): monitor.DiagnosticSetting {
  const { resourceId, logAnalyticsId, logs, metrics = ["AllMetrics"] } = args;
  return new monitor.DiagnosticSetting(
    name,
    {
      name: SETTING_NAME,
      resourceUri: resourceId,
      workspaceId: logAnalyticsId,
      logAnalyticsDestinationType: "Dedicated",
      logs: logs
        ? logs.map((category) => ({ category, enabled: true }))
        : [{ categoryGroup: "allLogs", enabled: true }],
      metrics: metrics.map((category) => ({ category, enabled: true })),
    },
    opts,
  );
}
