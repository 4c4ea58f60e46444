import { type NetworkMode, type RingName, rings } from "@ringfence/core/rings";
import { severityNames } from "@ringfence/core/severities";
import { privateDnsZoneNames } from "../src/private-endpoints/zones";
import type { RingContext } from "../src/ring/context";

const GROUP = "/subscriptions/00000000-0000-4000-8000-000000000000/resourceGroups/rg-claims";

/** A ring that exists already: every id and name known, the row's own settings, receivers for every severity. */
export function ringContextOf(ring: RingName, network: NetworkMode = rings[ring].network): RingContext {
  const { previewsAllowed, purgeProtection, deleteLock, minimumReplicas, logRetentionDays } = rings[ring];
  const { secretMaximumAgeDays, pinsModelVersions } = rings[ring];
  return {
    ring,
    name: "claims",
    suffix: "ab3de",
    location: "swedencentral",
    tags: {
      service: "claims-assistant",
      owner: "claims-platform@contoso.example",
      dataSensitivity: "confidential",
      environment: ring,
      costCenter: "CC-4711",
      businessCriticality: "high",
    },
    settings: {
      network,
      previewsAllowed,
      purgeProtection,
      deleteLock,
      minimumReplicas,
      logRetentionDays,
      secretMaximumAgeDays,
      pinsModelVersions,
    },
    severitiesWithReceivers: [...severityNames],
    runbooksUrl: "https://runbooks.contoso.example",
    tenantId: "33333333-3333-4333-8333-333333333333",
    subscriptionId: "00000000-0000-4000-8000-000000000000",
    resourceGroupName: "rg-claims",
    resourceGroupId: GROUP,
    logAnalyticsId: `${GROUP}/providers/Microsoft.OperationalInsights/workspaces/log-claims`,
    applicationInsightsId: `${GROUP}/providers/Microsoft.Insights/components/appi-claims`,
    applicationInsightsConnectionString: "InstrumentationKey=claims",
    actionGroupIds: Object.fromEntries(
      severityNames.map((severity) => [severity, `${GROUP}/providers/Microsoft.Insights/actionGroups/${severity}`]),
    ),
    keyVaultName: "kv-claims-ab3de",
    keyVaultId: `${GROUP}/providers/Microsoft.KeyVault/vaults/kv-claims-ab3de`,
    keyVaultUri: "https://kv-claims-ab3de.vault.azure.net/",
    jobsIdentity: {
      id: `${GROUP}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-claims-jobs`,
      principalId: "11111111-1111-4111-8111-111111111111",
      clientId: "22222222-2222-4222-8222-222222222222",
    },
    network:
      network === "private"
        ? {
            virtualNetworkId: `${GROUP}/providers/Microsoft.Network/virtualNetworks/vnet-claims`,
            endpointsSubnetId: `${GROUP}/providers/Microsoft.Network/virtualNetworks/vnet-claims/subnets/endpoints`,
            jobsSubnetId: `${GROUP}/providers/Microsoft.Network/virtualNetworks/vnet-claims/subnets/jobs`,
            privateDnsZoneIds: Object.fromEntries(
              privateDnsZoneNames.map((zone) => [zone, `${GROUP}/providers/Microsoft.Network/privateDnsZones/${zone}`]),
            ),
          }
        : undefined,
  };
}
