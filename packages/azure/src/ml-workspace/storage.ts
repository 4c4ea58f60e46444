import * as storage from "@pulumi/azure-native/storage";
import type * as pulumi from "@pulumi/pulumi";
import { resourceName } from "@ringfence/core/naming";
import { NetworkMode } from "@ringfence/core/rings";
import { diagnose } from "../diagnostics/diagnose";
import type { AllowedNetworkArgs } from "../networks/allowed-network";
import { privateEndpoint } from "../private-endpoints/private-endpoint";
import type { MlWorkspaceArgs } from "./args";

/** The services of a storage account that a workspace uses, each with logs and a private endpoint of its own. */
const services = ["blob", "file"] as const;

/** The workspace's storage: identities only, no public blobs, closed but for named networks. */
export function workspaceStorage(
  name: string,
  { ring, allowedNetworks = [] }: MlWorkspaceArgs,
  opts: pulumi.CustomResourceOptions,
): storage.StorageAccount {
  const closed = ring.settings.network !== NetworkMode.Private;
  const networks = closed ? allowedNetworks : [];
  const account = new storage.StorageAccount(
    `${name}-storage`,
    {
      accountName: resourceName("storageAccount", { name, ring: ring.ring, suffix: ring.suffix }),
      resourceGroupName: ring.resourceGroupName,
      location: ring.location,
      kind: "StorageV2",
      sku: { name: ring.settings.minimumReplicas > 1 ? "Standard_ZRS" : "Standard_LRS" },
      allowSharedKeyAccess: false,
      allowBlobPublicAccess: false,
      allowCrossTenantReplication: false,
      defaultToOAuthAuthentication: true,
      isLocalUserEnabled: false,
      minimumTlsVersion: "TLS1_2",
      enableHttpsTrafficOnly: true,
      publicNetworkAccess: networks.length > 0 ? "Enabled" : "Disabled",
      networkRuleSet: networkRules(networks),
      tags: { ...ring.tags },
    },
    opts,
  );
  diagnose(
    `${name}-storage-diagnostics`,
    { resourceId: account.id, logAnalyticsId: ring.logAnalyticsId, logs: [] },
    opts,
  );
  for (const service of services) {
    const resourceId = account.id.apply((id) => `${id}/${service}Services/default`);
    diagnose(`${name}-storage-${service}-diagnostics`, { resourceId, logAnalyticsId: ring.logAnalyticsId }, opts);
    if (!closed)
      privateEndpoint(`${name}-storage-${service}`, { ring, resourceId: account.id, groupId: service }, opts);
  }
  return account;
}

/** The workspace itself comes as a trusted Azure service; without that it cannot be created on closed storage. */
function networkRules(networks: readonly AllowedNetworkArgs[]) {
  return {
    defaultAction: "Deny" as const,
    bypass: "AzureServices",
    ipRules: networks.flatMap(({ range }) => (range === undefined ? [] : [{ iPAddressOrRange: range }])),
    virtualNetworkRules: networks.flatMap(({ subnetId }) =>
      subnetId === undefined ? [] : [{ virtualNetworkResourceId: subnetId }],
    ),
  };
}
