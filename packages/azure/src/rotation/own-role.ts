import * as authorization from "@pulumi/azure-native/authorization";
import * as pulumi from "@pulumi/pulumi";
import { stableUuid } from "@ringfence/core/naming";
import type { RingContext } from "../ring/context";

/** A role of exactly what something takes, where Azure's own roles allow more. */
export interface OwnRole {
  /** What the role's Pulumi name ends with: `renews-keys`. */
  readonly purpose: string;
  /** What its name in Azure begins with: `Renew keys`. */
  readonly title: string;
  readonly description: string;
  /** Azure's role actions. */
  readonly actions: readonly string[];
  /** On what the jobs' identity gets it. */
  readonly grants: readonly OwnRoleGrant[];
}

/** The role on one resource. */
export interface OwnRoleGrant {
  /** What the assignment's Pulumi name ends with. */
  readonly name: string;
  /** What tells the assignment's UUID from the others'. */
  readonly seed: string;
  readonly scope: pulumi.Input<string>;
}

/** Makes the role and gives it to the jobs' identity on each resource and nowhere else; nothing where there is none. */
export function ownRole(
  name: string,
  ring: RingContext,
  { purpose, title, description, actions, grants }: OwnRole,
  opts: pulumi.CustomResourceOptions,
): pulumi.Resource[] {
  if (grants.length === 0) return [];
  const unique = (part: string) => stableUuid(pulumi.getProject(), pulumi.getStack(), name, part);
  const roleName = unique(purpose);
  const role = new authorization.RoleDefinition(
    `${name}-${purpose}`,
    {
      roleDefinitionId: roleName,
      roleName: `${title} for ${ring.name}-${ring.ring}-${ring.suffix} (${name})`,
      description,
      roleType: "CustomRole",
      scope: ring.resourceGroupId,
      assignableScopes: pulumi
        .all([pulumi.output(ring.resourceGroupId), pulumi.all(grants.map(({ scope }) => scope))])
        .apply(([group, scopes]) => resourceGroups(group, scopes)),
      permissions: [{ actions: [...new Set(actions)].sort(), notActions: [], dataActions: [], notDataActions: [] }],
    },
    opts,
  );
  // The role's id in Azure, known before there is the role, so that a preview can judge who gets what.
  const roleDefinitionId = pulumi.interpolate`/subscriptions/${ring.subscriptionId}/providers/Microsoft.Authorization/roleDefinitions/${roleName}`;
  return grants.map(
    (grant) =>
      new authorization.RoleAssignment(
        `${name}-job-${grant.name}`,
        {
          roleAssignmentName: unique(grant.seed),
          scope: grant.scope,
          roleDefinitionId,
          principalId: ring.jobsIdentity.principalId,
          principalType: "ServicePrincipal",
        },
        pulumi.mergeOptions(opts, { deleteBeforeReplace: true, dependsOn: [role] }),
      ),
  );
}

const RESOURCE_GROUP = /^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+/i;

/** The ring's resource group first, then the others that the role is given in, each once whatever the letter case. */
function resourceGroups(ringGroup: string, scopes: readonly string[]): string[] {
  const groups = new Map([[ringGroup.toLowerCase(), ringGroup]]);
  for (const scope of [...scopes].sort()) {
    const group = RESOURCE_GROUP.exec(scope)?.[0];
    if (group !== undefined && !groups.has(group.toLowerCase())) groups.set(group.toLowerCase(), group);
  }
  return [...groups.values()];
}
