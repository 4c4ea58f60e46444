import * as pulumi from "@pulumi/pulumi";
import type { RingContext } from "./context";

/** The ids and names of what a ring has made, under the names that a ring context gives them. */
export interface RingParts {
  /** What makes the ring's globally unique names unique. */
  suffix: string;
  /** The Entra tenant of the subscription. */
  tenantId: string;
  /** The subscription's id, the GUID alone. */
  subscriptionId: string;
  /** The resource group's name. */
  resourceGroupName: string;
  /** The resource group's id. */
  resourceGroupId: string;
  /** The Log Analytics workspace's id. */
  logAnalyticsId: string;
  /** Application Insights' id. */
  applicationInsightsId: string;
  /** Application Insights' connection string. It lets nobody in: ingestion needs an Entra identity with a role. */
  applicationInsightsConnectionString: string;
  /** The action group of each severity that has receivers, by severity name. */
  actionGroupIds: Record<string, string>;
  /** The key vault's name. */
  keyVaultName: string;
  /** The key vault's id. */
  keyVaultId: string;
  /** The key vault's address: `https://….vault.azure.net/`. */
  keyVaultUri: string;
  /** The identity that the ring's jobs run as. */
  jobsIdentity: RingIdentityParts;
  /** The virtual network's parts; only in a private ring. */
  network?: RingNetworkParts;
}

/** The identity that the ring's jobs run as. */
export interface RingIdentityParts {
  /** The identity's resource id. */
  id: string;
  /** The identity's object id in Entra. */
  principalId: string;
  /** The identity's application id. */
  clientId: string;
}

/** The virtual network's parts. */
export interface RingNetworkParts {
  /** The virtual network's id. */
  virtualNetworkId: string;
  /** The subnet for private endpoints. */
  endpointsSubnetId: string;
  /** The subnet for Container Apps environments. */
  jobsSubnetId: string;
  /** The private DNS zones by name. */
  privateDnsZoneIds: Record<string, string>;
}

/** A context's ids and names as one output. */
export function ringParts(context: RingContext): pulumi.Output<RingParts> {
  const { suffix, tenantId, subscriptionId, resourceGroupName, resourceGroupId, logAnalyticsId } = context;
  const { actionGroupIds, jobsIdentity, network } = context;
  const { applicationInsightsId, applicationInsightsConnectionString, keyVaultName, keyVaultId, keyVaultUri } = context;
  return pulumi.output({
    suffix,
    tenantId,
    subscriptionId,
    resourceGroupName,
    resourceGroupId,
    logAnalyticsId,
    applicationInsightsId,
    applicationInsightsConnectionString,
    actionGroupIds,
    keyVaultName,
    keyVaultId,
    keyVaultUri,
    jobsIdentity,
    ...(network && { network }),
  });
}
