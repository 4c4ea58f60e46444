import { activityLogAlert } from "../activity";
import { PlatformScope } from "../alert-row";
import { canWait, tellsTheTeam, wakesSomebody } from "./urgency";

const quiet = { noData: "quiet", needsTraffic: false } as const;

/** Microsoft announces retirements at least 60 days ahead, as advisories that ask for action. */
export const deploymentRetirement = activityLogAlert({
  ...quiet,
  id: "deployment-retirement",
  asks: "Does Azure announce that a model, a version or an interface in use will be retired?",
  service: PlatformScope.Subscription,
  category: "ServiceHealth",
  where: { "properties.incidentType": ["ActionRequired"] },
  because: "a deployment that does not upgrade by itself stops working on the day of its model's retirement",
  severity: canWait,
  runbook: "deployment-retirement",
  requirements: ["OE-R5", "OE-R11"],
});

/** Only what Azure's platform causes: what people do to a resource is in the alerts on changes. */
export const resourceUnhealthy = activityLogAlert({
  ...quiet,
  id: "resource-unhealthy",
  asks: "Does Azure say that one of the ring's resources is down or degraded?",
  service: PlatformScope.ResourceGroup,
  category: "ResourceHealth",
  where: {
    "properties.currentHealthStatus": ["Unavailable", "Degraded"],
    "properties.cause": ["PlatformInitiated"],
  },
  because:
    "Azure sees a broken resource before its metrics show it; what users notice has page-level alerts of its own",
  severity: tellsTheTeam,
  runbook: "resource-unhealthy",
  requirements: ["OE-R10"],
});

/** Also fires at a deletion by the team's own pipeline: one look, and it is closed. */
export const criticalResourceDeleted = activityLogAlert({
  ...quiet,
  id: "critical-resource-deleted",
  asks: "Has somebody deleted what the service cannot do without?",
  service: PlatformScope.ResourceGroup,
  category: "Administrative",
  where: {
    operationName: [
      "Microsoft.CognitiveServices/accounts/delete",
      "Microsoft.CognitiveServices/accounts/deployments/delete",
      "Microsoft.CognitiveServices/accounts/projects/delete",
      "Microsoft.Search/searchServices/delete",
      "Microsoft.KeyVault/vaults/delete",
      "Microsoft.MachineLearningServices/workspaces/delete",
      "Microsoft.MachineLearningServices/workspaces/onlineEndpoints/delete",
      "Microsoft.ApiManagement/service/delete",
      "Microsoft.DocumentDB/databaseAccounts/delete",
      "Microsoft.Storage/storageAccounts/delete",
      "Microsoft.OperationalInsights/workspaces/delete",
      "Microsoft.Insights/components/delete",
      "Microsoft.Authorization/locks/delete",
    ],
    status: ["Succeeded"],
  },
  because: "most of these can be restored for a few days only, and an account's name is blocked for 48 hours",
  severity: wakesSomebody,
  runbook: "critical-resource-deleted",
  requirements: ["OE-R10", "OE-R14"],
});

/** The team's own deployments change roles too: compare the event's caller with the pipeline's identity. */
export const accessChanged = activityLogAlert({
  ...quiet,
  id: "access-changed",
  asks: "Has somebody been given or has lost rights in the ring?",
  service: PlatformScope.ResourceGroup,
  category: "Administrative",
  where: {
    operationName: [
      "Microsoft.Authorization/roleAssignments/write",
      "Microsoft.Authorization/roleAssignments/delete",
      "Microsoft.KeyVault/vaults/accessPolicies/write",
    ],
    status: ["Succeeded"],
  },
  because: "rights that no program has given are how a stranger stays; judgement",
  severity: canWait,
  runbook: "access-changed",
  requirements: ["OE-R8", "OE-R14"],
});

export const diagnosticsRemoved = activityLogAlert({
  ...quiet,
  id: "diagnostics-removed",
  asks: "Has somebody switched off what watches the ring?",
  service: PlatformScope.ResourceGroup,
  category: "Administrative",
  where: {
    operationName: [
      "Microsoft.Insights/diagnosticSettings/delete",
      "Microsoft.Insights/metricAlerts/delete",
      "Microsoft.Insights/scheduledQueryRules/delete",
      "Microsoft.Insights/actionGroups/delete",
    ],
    status: ["Succeeded"],
  },
  because: "without its log an alert is silent for ever, and silence looks like health",
  severity: tellsTheTeam,
  runbook: "diagnostics-removed",
  requirements: ["OE-R9", "OE-R14"],
});

/** No metric tells of a broken private endpoint; that somebody has taken it away or cut it off, the activity log does. */
export const privateEndpointRemoved = activityLogAlert({
  ...quiet,
  id: "private-endpoint-removed",
  asks: "Has a private endpoint or its connection been removed?",
  service: PlatformScope.ResourceGroup,
  category: "Administrative",
  where: {
    operationName: [
      "Microsoft.Network/privateEndpoints/delete",
      "Microsoft.Network/privateDnsZones/delete",
      "Microsoft.CognitiveServices/accounts/privateEndpointConnections/delete",
      "Microsoft.KeyVault/vaults/privateEndpointConnections/delete",
      "Microsoft.Search/searchServices/privateEndpointConnections/delete",
    ],
    status: ["Succeeded"],
  },
  because: "in a private ring there is no other way in: every call fails from then on",
  severity: wakesSomebody,
  runbook: "private-endpoint-failure",
  requirements: ["OE-R10", "OE-R14"],
});
