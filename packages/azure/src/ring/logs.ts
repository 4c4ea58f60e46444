import * as applicationinsights from "@pulumi/azure-native/applicationinsights";
import * as operationalinsights from "@pulumi/azure-native/operationalinsights";
import { diagnose } from "../diagnostics/diagnose";
import { type GroupGround, localName, part } from "./ground";

/** Where the ring's logs, metrics and traces go. */
export interface Logs {
  logAnalytics: operationalinsights.Workspace;
  applicationInsights: applicationinsights.Component;
}

/**
 * A Log Analytics workspace and an Application Insights on top of it, neither of which takes keys. Both are written and
 * read through Azure's public endpoints in every ring: a private link scope for Azure Monitor changes name resolution
 * for every virtual network that shares its DNS, which is a hub's decision and not a ring's. Writing needs an Entra
 * identity with a role, and so does reading.
 */
export function logs(ground: GroupGround): Logs {
  const { name, ring, location, tags, parent, resourceGroupName } = ground;
  const logAnalytics = part(
    ground,
    new operationalinsights.Workspace(
      `${name}-logs`,
      {
        workspaceName: localName("logAnalytics", ground),
        resourceGroupName,
        location,
        sku: { name: "PerGB2018" },
        retentionInDays: ring.logRetentionDays,
        features: { disableLocalAuth: true, enableLogAccessUsingOnlyResourcePermissions: true },
        publicNetworkAccessForIngestion: "Enabled",
        publicNetworkAccessForQuery: "Enabled",
        tags: { ...tags },
      },
      { parent },
    ),
  );
  // Who queried what: the workspace's audit log goes to the workspace itself.
  part(
    ground,
    diagnose(`${name}-logs-diagnostics`, { resourceId: logAnalytics.id, logAnalyticsId: logAnalytics.id }, { parent }),
  );

  // No diagnostic setting here: Application Insights keeps its data in the workspace already, and would store it twice.
  const applicationInsights = part(
    ground,
    new applicationinsights.Component(
      `${name}-insights`,
      {
        resourceName: localName("applicationInsights", ground),
        resourceGroupName,
        location,
        kind: "web",
        applicationType: "web",
        ingestionMode: "LogAnalytics",
        workspaceResourceId: logAnalytics.id,
        disableLocalAuth: true,
        publicNetworkAccessForIngestion: "Enabled",
        publicNetworkAccessForQuery: "Enabled",
        tags: { ...tags },
      },
      { parent },
    ),
  );
  return { logAnalytics, applicationInsights };
}
