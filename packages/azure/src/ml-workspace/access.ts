import type * as pulumi from "@pulumi/pulumi";
import { RoleName } from "@ringfence/core/roles";
import { type PrincipalArgs, principalKey } from "../principals/principal";
import { assignRole } from "../roles/assign-role";
import type { MlWorkspaceArgs } from "./args";

/** What a workspace is made of and roles are assigned on. */
type Place = "storage" | "registry" | "vault" | "insights" | "workspace";
export type Places = Readonly<Record<Place, pulumi.Input<string>>>;

interface Grant {
  on: Place;
  role: RoleName;
}

/**
 * What Azure ML demands of a workspace's own identity on the services behind it (azure-ai-docs,
 * how-to-identity-based-service-authentication.md, "User-assigned managed identity"); creating a workspace fails
 * without. Storage, registry and vault are the workspace's own. Application Insights is the ring's, so it is Monitoring
 * Contributor there, not Contributor. The approver is for the private endpoints of the workspace's managed network.
 */
const beforeWorkspace: readonly Grant[] = [
  { on: "storage", role: RoleName.Contributor },
  { on: "storage", role: RoleName.StorageBlobDataContributor },
  { on: "registry", role: RoleName.Contributor },
  { on: "vault", role: RoleName.Contributor },
  { on: "vault", role: RoleName.KeyVaultAdministrator },
  { on: "insights", role: RoleName.MonitoringContributor },
  { on: "storage", role: RoleName.AzureAIEnterpriseNetworkConnectionApprover },
  { on: "registry", role: RoleName.AzureAIEnterpriseNetworkConnectionApprover },
  { on: "vault", role: RoleName.AzureAIEnterpriseNetworkConnectionApprover },
];

/** What jobs on a cluster need: data in and out, images in. */
const ofCluster: readonly Grant[] = [
  { on: "storage", role: RoleName.StorageBlobDataContributor },
  { on: "registry", role: RoleName.AcrPull },
];

/** The least built-in roles for each task; datastores are opened with the caller's own identity. */
const ofPrincipals: readonly { principals: "scientists" | "operators"; who: string; grants: readonly Grant[] }[] = [
  {
    principals: "scientists",
    who: "scientist",
    grants: [
      { on: "workspace", role: RoleName.AzureMLDataScientist },
      { on: "storage", role: RoleName.StorageBlobDataContributor },
    ],
  },
  { principals: "operators", who: "operator", grants: [{ on: "workspace", role: RoleName.AzureMLComputeOperator }] },
];

/** Gives the workspace's identity its roles; the workspace has to wait for them. */
export function grantWorkspace(
  name: string,
  places: Omit<Places, "workspace">,
  principalId: pulumi.Input<string>,
  opts: pulumi.CustomResourceOptions,
): pulumi.Resource[] {
  return grantAll(`${name}-identity`, beforeWorkspace, { ...places, workspace: "" }, { principalId }, opts);
}

/** Lets the workspace approve its own private endpoint at a service that it reaches. */
export function grantOutboundEndpoint(
  name: string,
  scope: pulumi.Input<string>,
  principalId: pulumi.Input<string>,
  opts: pulumi.CustomResourceOptions,
): pulumi.Resource {
  const role = RoleName.AzureAIEnterpriseNetworkConnectionApprover;
  return assignRole(name, { scope, role, principalId, principalType: "ServicePrincipal" }, opts);
}

/** Gives a cluster's identity its roles. */
export function grantCluster(
  name: string,
  places: Places,
  principalId: pulumi.Input<string>,
  opts: pulumi.CustomResourceOptions,
): void {
  grantAll(name, ofCluster, places, { principalId }, opts);
}

/** Gives the named principals the roles of their tasks. */
export function grantPrincipals(
  name: string,
  args: MlWorkspaceArgs,
  places: Places,
  opts: pulumi.CustomResourceOptions,
): void {
  for (const { principals, who, grants } of ofPrincipals)
    for (const [index, principal] of (args[principals] ?? []).entries())
      grantAll(`${name}-${who}-${principalKey(principal, index)}`, grants, places, principal, opts);
}

function grantAll(
  name: string,
  grants: readonly Grant[],
  places: Places,
  { principalId, principalType = "ServicePrincipal" }: PrincipalArgs,
  opts: pulumi.CustomResourceOptions,
): pulumi.Resource[] {
  return grants.map(({ on, role }) =>
    assignRole(`${name}-${on}-${words(role)}`, { scope: places[on], role, principalId, principalType }, opts),
  );
}

function words(role: RoleName): string {
  return role.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-");
}
