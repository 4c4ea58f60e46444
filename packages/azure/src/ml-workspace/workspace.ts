import * as machinelearningservices from "@pulumi/azure-native/machinelearningservices";
import type * as managedidentity from "@pulumi/azure-native/managedidentity";
import type * as pulumi from "@pulumi/pulumi";
import { resourceName } from "@ringfence/core/naming";
import { NetworkMode } from "@ringfence/core/rings";
import { DataSensitivity } from "@ringfence/core/tags";
import type { Places } from "./access";
import type { MlWorkspaceArgs } from "./args";
import { isolationOf, ManagedNetworkIsolation } from "./isolation";

/** The workspace: identity-based throughout, its jobs in a managed network. */
export function workspace(
  name: string,
  args: MlWorkspaceArgs,
  identity: managedidentity.UserAssignedIdentity,
  { storage, registry, vault, insights }: Omit<Places, "workspace">,
  opts: pulumi.CustomResourceOptions,
): machinelearningservices.Workspace {
  const { ring, clusters = [] } = args;
  const privately = ring.settings.network === NetworkMode.Private;
  return new machinelearningservices.Workspace(
    `${name}-workspace`,
    {
      workspaceName: resourceName("mlWorkspace", { name, ring: ring.ring }),
      resourceGroupName: ring.resourceGroupName,
      location: ring.location,
      kind: "Default",
      sku: { name: "Basic", tier: "Basic" },
      friendlyName: name,
      identity: { type: "UserAssigned", userAssignedIdentities: [identity.id] },
      primaryUserAssignedIdentity: identity.id,
      storageAccount: storage,
      containerRegistry: registry,
      keyVault: vault,
      applicationInsights: insights,
      systemDatastoresAuthMode: "Identity",
      publicNetworkAccess: privately ? "Disabled" : "Enabled",
      allowPublicAccessWhenBehindVnet: false,
      v1LegacyMode: false,
      hbiWorkspace: isSensitive(ring.tags.dataSensitivity),
      managedNetwork: { isolationMode: isolationOf(args), outboundRules: outboundRules(args) },
      provisionNetworkNow: true,
      serverlessComputeSettings: { serverlessComputeNoPublicIP: true },
      ...(clusters[0] && { imageBuildCompute: clusters[0].name }),
      tags: { ...ring.tags },
    },
    opts,
  );
}

/** High business impact: Azure collects less diagnostic data. It can only be said when the workspace is created. */
function isSensitive(sensitivity: DataSensitivity): boolean {
  return sensitivity === DataSensitivity.Confidential || sensitivity === DataSensitivity.Restricted;
}

/** Hosts make sense only where not every host may be reached. */
function outboundRules(args: MlWorkspaceArgs) {
  const { outboundHosts = [], outboundEndpoints = [] } = args;
  const hosts = isolationOf(args) === ManagedNetworkIsolation.AllowOnlyApprovedOutbound ? outboundHosts : [];
  return Object.fromEntries([
    ...hosts.map(({ host }) => [ruleName(host), { type: "FQDN" as const, category: "UserDefined", destination: host }]),
    ...outboundEndpoints.map(({ name, resourceId, subresource }) => [
      name,
      {
        type: "PrivateEndpoint" as const,
        category: "UserDefined",
        destination: { serviceResourceId: resourceId, subresourceTarget: subresource, sparkEnabled: false },
      },
    ]),
  ]);
}

function ruleName(host: string): string {
  return `host-${host.toLowerCase().replace("*", "any").replaceAll(".", "-")}`;
}
