import * as keyvault from "@pulumi/azure-native/keyvault";
import type * as pulumi from "@pulumi/pulumi";
import { NetworkMode } from "@ringfence/core/rings";
import { diagnose } from "../diagnostics/diagnose";
import type { AllowedNetworkArgs } from "../networks/allowed-network";
import type { OpeningArgs } from "../openings/opening";
import { type GroupGround, globalName, part } from "./ground";

/** What a user may open of the ring's vault, and where it reports to. */
export interface VaultArgs {
  logAnalyticsId: pulumi.Input<string>;
  allowedNetworks?: AllowedNetworkArgs[];
  trustedAzureServices?: OpeningArgs;
}

/** Days that a deleted vault can be brought back: Azure's longest and its default. It can never be changed again. */
const SOFT_DELETE_DAYS = 90;

/** The ring's key vault: roles and no access policies, closed to every network that nobody named, audited. */
export function vault(ground: GroupGround, args: VaultArgs): keyvault.Vault {
  const { name, ring, location, tags, tenantId, parent, resourceGroupName } = ground;
  const resource = part(
    ground,
    new keyvault.Vault(
      `${name}-vault`,
      {
        vaultName: globalName("keyVault", ground),
        resourceGroupName,
        location,
        properties: {
          tenantId,
          // Premium alone holds keys in a hardware security module, which the secret-age pack asks for.
          sku: { family: "A", name: "premium" },
          enableRbacAuthorization: true,
          enableSoftDelete: true,
          softDeleteRetentionInDays: SOFT_DELETE_DAYS,
          // Azure refuses `false`: purge protection is there or not mentioned.
          ...(ring.purgeProtection && { enablePurgeProtection: true }),
          ...firewall(ring.network, args),
        },
        tags: { ...tags },
      },
      { parent },
    ),
  );
  part(
    ground,
    diagnose(`${name}-vault-diagnostics`, { resourceId: resource.id, logAnalyticsId: args.logAnalyticsId }, { parent }),
  );
  return resource;
}

/** No public endpoint at all, unless the ring is closed and somebody has named a network that may use it. */
function firewall(mode: NetworkMode, { allowedNetworks = [], trustedAzureServices }: VaultArgs) {
  const networks = mode === NetworkMode.Closed ? allowedNetworks : [];
  return {
    publicNetworkAccess: networks.length > 0 ? "Enabled" : "Disabled",
    networkAcls: {
      defaultAction: "Deny",
      bypass: trustedAzureServices ? "AzureServices" : "None",
      ipRules: networks.flatMap(({ range }) => (range === undefined ? [] : [{ value: withPrefix(range) }])),
      virtualNetworkRules: networks.flatMap(({ subnetId }) => (subnetId === undefined ? [] : [{ id: subnetId }])),
    },
  };
}

/** Key Vault gives a single address back as a range of one. */
function withPrefix(range: string): string {
  return range.includes("/") ? range : `${range}/32`;
}
