import { objectOf, secret, textOf } from "../values";
import { accessKey } from "../world/access-keys";
import { badRequest } from "./refusals";
import type { PutContext, TypeRow } from "./row";

/** Logs, metrics, alerts and dashboards. */
export const monitoring: readonly TypeRow[] = [
  {
    armType: "Microsoft.OperationalInsights/workspaces",
    name: {
      pattern: /^[A-Za-z0-9][A-Za-z0-9-]*[A-Za-z0-9]$/,
      minimum: 4,
      maximum: 63,
      code: "InvalidResourceName",
      message: (name) =>
        `The workspace name '${name}' is invalid. It may have letters, digits and hyphens, 4 to 63 of them.`,
      checkedByProvider: true,
    },
    refuses: ({ inputs }) => {
      const [days, sku] = [inputs.retentionInDays, textOf(objectOf(inputs.sku).name)];
      if (typeof days === "number" && sku !== "Free" && (days < 30 || days > 730)) {
        return badRequest(
          "InvalidParameter",
          `'RetentionInDays' property doesn't match the SKU limits: ${days} is not 30 to 730.`,
        );
      }
      return undefined;
    },
    adds: ({ uuid, world }) => ({
      customerId: uuid("customer"),
      createdDate: world.clock.iso(),
      modifiedDate: world.clock.iso(),
      retentionInDays: 30,
      sku: { name: "PerGB2018", lastSkuUpdate: world.clock.iso() },
      features: { legacy: 0, searchVersion: 1, enableLogAccessUsingOnlyResourcePermissions: true },
      publicNetworkAccessForIngestion: "Enabled",
      publicNetworkAccessForQuery: "Enabled",
      workspaceCapping: {
        dailyQuotaGb: -1,
        quotaNextResetTime: world.clock.iso(),
        dataIngestionStatus: "RespectQuota",
      },
    }),
    actions: {
      getSharedKeys: (workspace) => ({
        primarySharedKey: secret(accessKey(workspace, "primary")),
        secondarySharedKey: secret(accessKey(workspace, "secondary")),
      }),
    },
  },
  { armType: "Microsoft.OperationalInsights/workspaces/tables" },
  { armType: "Microsoft.OperationalInsights/workspaces/savedSearches" },
  {
    armType: "Microsoft.Insights/components",
    immutable: ["kind"],
    sensitive: ["instrumentationKey", "connectionString"],
    adds: ({ name, location, uuid, world }) => ({
      appId: uuid("app"),
      applicationId: name,
      instrumentationKey: uuid("instrumentation"),
      connectionString:
        `InstrumentationKey=${uuid("instrumentation")};IngestionEndpoint=https://${location}-0.in.applicationinsights.azure.com/;` +
        `LiveEndpoint=https://${location}.livediagnostics.monitor.azure.com/;ApplicationId=${uuid("app")}`,
      tenantId: world.identity.subscriptionId,
      creationDate: world.clock.iso(),
      retentionInDays: 90,
      publicNetworkAccessForIngestion: "Enabled",
      publicNetworkAccessForQuery: "Enabled",
      privateLinkScopedResources: [],
    }),
  },
  { armType: "Microsoft.Insights/webtests", adds: ({ name }) => ({ syntheticMonitorId: name }) },
  { armType: "Microsoft.Insights/workbooks", adds: workbook },
  { armType: "Microsoft.Insights/actionGroups", adds: () => ({ enabled: true }) },
  { armType: "Microsoft.Insights/metricAlerts" },
  { armType: "Microsoft.Insights/activityLogAlerts" },
  {
    armType: "Microsoft.Insights/scheduledQueryRules",
    immutable: ["kind"],
    adds: ({ uuid }) => ({
      etag: `"${uuid("etag")}"`,
      isLegacyLogAnalyticsRule: false,
      isWorkspaceAlertsStorageConfigured: false,
    }),
  },
  { armType: "microsoft.insights/diagnosticSettings" },
  { armType: "Microsoft.Insights/autoscaleSettings", adds: ({ name }) => ({ name }) },
  {
    armType: "Microsoft.Insights/dataCollectionEndpoints",
    adds: ({ name, location, uuid }) => {
      const host = (kind: string) => ({
        endpoint: `https://${name}-${uuid("host").slice(0, 4)}.${location}-1.${kind}.monitor.azure.com`,
      });
      return {
        immutableId: `dce-${uuid("immutable").replaceAll("-", "")}`,
        logsIngestion: host("ingest"),
        metricsIngestion: host("metrics.ingest"),
        configurationAccess: host("handler.control"),
      };
    },
  },
  {
    armType: "Microsoft.Insights/dataCollectionRules",
    adds: ({ uuid }) => ({ immutableId: `dcr-${uuid("immutable").replaceAll("-", "")}`, metadata: {} }),
  },
  { armType: "Microsoft.Insights/dataCollectionRuleAssociations" },
  {
    armType: "Microsoft.Monitor/accounts",
    adds: ({ id, name, location, uuid }) => ({
      accountId: uuid("account"),
      metrics: {
        internalId: `mac_${uuid("account")}`,
        prometheusQueryEndpoint: `https://${name.toLowerCase()}-${uuid("host").slice(0, 4)}.${location}.prometheus.monitor.azure.com`,
      },
      defaultIngestionSettings: {
        dataCollectionEndpointResourceId: `${id}/dce`,
        dataCollectionRuleResourceId: `${id}/dcr`,
      },
      privateEndpointConnections: [],
    }),
  },
  {
    armType: "Microsoft.Dashboard/grafana",
    adds: ({ name, uuid }) => ({
      properties: {
        endpoint: `https://${name.toLowerCase()}-${uuid("host").slice(0, 4)}.grafana.azure.com`,
        grafanaVersion: "11",
        provisioningState: "Succeeded",
        outboundIPs: [],
        privateEndpointConnections: [],
      },
    }),
  },
  { armType: "Microsoft.Portal/dashboards" },
  { armType: "Microsoft.AlertsManagement/actionRules" },
  { armType: "Microsoft.AlertsManagement/prometheusRuleGroups" },
  { armType: "microsoft.alertsManagement/smartDetectorAlertRules" },
  { armType: "Microsoft.Consumption/budgets", adds: () => ({ currentSpend: { amount: 0, unit: "EUR" } }) },
  {
    armType: "Microsoft.ManagedIdentity/userAssignedIdentities",
    adds: ({ uuid, world }) => ({
      clientId: uuid("client"),
      principalId: uuid("principal"),
      tenantId: world.identity.tenantId,
    }),
  },
  { armType: "Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials" },
];

function workbook({ uuid, world }: PutContext) {
  return {
    timeModified: world.clock.iso(),
    userId: world.identity.objectId,
    revision: uuid("revision").replaceAll("-", ""),
    version: "Notebook/1.0",
    etag: `"${uuid("etag")}"`,
  };
}
