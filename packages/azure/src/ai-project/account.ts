import type { AccountArgs } from "@pulumi/azure-native/cognitiveservices";
import { NetworkMode } from "@ringfence/core/rings";
import type { AiProjectArgs } from "./args";
import { divergenceTags } from "./divergence";

/** Where the account and its project run. */
export function regionOf({ region, ring }: AiProjectArgs): string {
  return region ?? ring.location;
}

/** The ring's tags, and the divergence where the region is another one. */
export function regionTags(args: AiProjectArgs): Record<string, string> {
  const { ring, divergence } = args;
  const diverges = regionOf(args) !== ring.location && divergence !== undefined;
  return { ...ring.tags, ...(diverges && divergenceTags(ring.location, divergence)) };
}

/** The Foundry account: Entra identities only, no way in but the named ones, no way out but the named ones. */
export function accountInputs(accountName: string, args: AiProjectArgs): AccountArgs {
  const { ring, outboundHosts = [], restoreDeletedAccount } = args;
  return {
    accountName,
    resourceGroupName: ring.resourceGroupName,
    location: regionOf(args),
    kind: "AIServices",
    sku: { name: "S0" },
    identity: { type: "SystemAssigned" },
    properties: {
      allowProjectManagement: true,
      customSubDomainName: accountName,
      disableLocalAuth: true,
      ...networkAccess(args),
      restrictOutboundNetworkAccess: true,
      allowedFqdnList: outboundHosts.map(({ host }) => host),
      ...(restoreDeletedAccount && { restore: true }),
    },
    tags: regionTags(args),
  };
}

/** The public endpoint exists only in a closed ring that names a network; what is not named is denied there too. */
function networkAccess({ ring, allowedNetworks = [], trustedAzureServices }: AiProjectArgs) {
  const networks = ring.settings.network === NetworkMode.Private ? [] : allowedNetworks;
  return {
    publicNetworkAccess: networks.length > 0 ? "Enabled" : "Disabled",
    networkAcls: {
      defaultAction: "Deny",
      bypass: trustedAzureServices ? "AzureServices" : "None",
      ipRules: networks.flatMap(({ range }) => (range === undefined ? [] : [{ value: range }])),
      virtualNetworkRules: networks.flatMap(({ subnetId }) => (subnetId === undefined ? [] : [{ id: subnetId }])),
    },
  };
}
