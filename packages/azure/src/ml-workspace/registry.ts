import * as containerregistry from "@pulumi/azure-native/containerregistry";
import type * as pulumi from "@pulumi/pulumi";
import { resourceName } from "@ringfence/core/naming";
import { NetworkMode } from "@ringfence/core/rings";
import { diagnose } from "../diagnostics/diagnose";
import { privateEndpoint } from "../private-endpoints/private-endpoint";
import type { MlWorkspaceArgs } from "./args";

/** The registry of the workspace's images: no admin user, no anonymous pull, closed but for named networks. */
export function workspaceRegistry(
  name: string,
  { ring, allowedNetworks = [] }: MlWorkspaceArgs,
  opts: pulumi.CustomResourceOptions,
): containerregistry.Registry {
  const closed = ring.settings.network !== NetworkMode.Private;
  const ranges = closed ? allowedNetworks.flatMap(({ range }) => (range === undefined ? [] : [range])) : [];
  const reachable = ranges.length > 0;
  const registry = new containerregistry.Registry(
    `${name}-registry`,
    {
      registryName: resourceName("containerRegistry", { name, ring: ring.ring, suffix: ring.suffix }),
      resourceGroupName: ring.resourceGroupName,
      location: ring.location,
      sku: { name: "Premium" },
      adminUserEnabled: false,
      anonymousPullEnabled: false,
      publicNetworkAccess: reachable ? "Enabled" : "Disabled",
      networkRuleBypassOptions: "AzureServices",
      networkRuleSet: {
        defaultAction: "Deny",
        ipRules: ranges.map((value) => ({ action: "Allow", iPAddressOrRange: value })),
      },
      policies: { exportPolicy: { status: reachable ? "enabled" : "disabled" } },
      tags: { ...ring.tags },
    },
    opts,
  );
  diagnose(`${name}-registry-diagnostics`, { resourceId: registry.id, logAnalyticsId: ring.logAnalyticsId }, opts);
  if (!closed) privateEndpoint(`${name}-registry`, { ring, resourceId: registry.id, groupId: "registry" }, opts);
  return registry;
}
