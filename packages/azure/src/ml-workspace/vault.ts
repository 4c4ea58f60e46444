import * as keyvault from "@pulumi/azure-native/keyvault";
import type * as pulumi from "@pulumi/pulumi";
import { resourceName } from "@ringfence/core/naming";
import { NetworkMode } from "@ringfence/core/rings";
import { diagnose } from "../diagnostics/diagnose";
import { privateEndpoint } from "../private-endpoints/private-endpoint";
import type { MlWorkspaceArgs } from "./args";

/** Azure's longest: deleted secrets can be brought back for so many days. */
const SOFT_DELETE_DAYS = 90;

/**
 * The workspace's own vault. Azure wants the workspace to administer its vault; in the ring's, that would be every
 * secret of the ring. It comes as a trusted Azure service, all others through the private endpoint.
 */
export function workspaceVault(
  name: string,
  { ring }: MlWorkspaceArgs,
  opts: pulumi.CustomResourceOptions,
): keyvault.Vault {
  const vault = new keyvault.Vault(
    `${name}-vault`,
    {
      vaultName: resourceName("keyVault", { name, ring: ring.ring, suffix: ring.suffix }),
      resourceGroupName: ring.resourceGroupName,
      location: ring.location,
      properties: {
        tenantId: ring.tenantId,
        sku: { family: "A", name: "standard" },
        enableRbacAuthorization: true,
        enableSoftDelete: true,
        softDeleteRetentionInDays: SOFT_DELETE_DAYS,
        ...(ring.settings.purgeProtection && { enablePurgeProtection: true }),
        publicNetworkAccess: "Disabled",
        networkAcls: { defaultAction: "Deny", bypass: "AzureServices", ipRules: [], virtualNetworkRules: [] },
      },
      tags: { ...ring.tags },
    },
    opts,
  );
  diagnose(`${name}-vault-diagnostics`, { resourceId: vault.id, logAnalyticsId: ring.logAnalyticsId }, opts);
  if (ring.settings.network === NetworkMode.Private)
    privateEndpoint(`${name}-vault`, { ring, resourceId: vault.id, groupId: "vault" }, opts);
  return vault;
}
