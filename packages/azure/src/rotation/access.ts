import * as authorization from "@pulumi/azure-native/authorization";
import * as pulumi from "@pulumi/pulumi";
import { GrantScope } from "@ringfence/core/jobs";
import { stableUuid } from "@ringfence/core/naming";
import { type GrantScopeIds, jobRoles } from "../jobs/job-roles";
import type { RingContext } from "../ring/context";
import type { SecretRotationArgs } from "./args";
import { rotationCommands } from "./jobs";
import { isAzureOwner, SecretOwnerType, secretOwner } from "./owner-types";
import type { RotatedSecretArgs } from "./secrets";
import type { RotationStore } from "./store";

/** What the jobs' identity may do, each on the one thing it needs: what the jobs' rows list, and the keys in use. */
export function jobAccess(
  name: string,
  args: SecretRotationArgs,
  store: RotationStore,
  opts: pulumi.CustomResourceOptions,
): pulumi.Resource[] {
  const { ring, registryId, secrets = [] } = args;
  const scopes: GrantScopeIds = {
    [GrantScope.KeyVault]: ring.keyVaultId,
    [GrantScope.EventsQueue]: store.events.id,
    [GrantScope.PoisonQueue]: store.poison.id,
    [GrantScope.UndeliveredContainer]: store.undelivered.id,
    [GrantScope.AuditContainer]: store.audit.id,
    [GrantScope.JournalTable]: store.journal.id,
    [GrantScope.Registry]: registryId,
  };
  return [...jobRoles(name, ring, rotationCommands, scopes, opts), ...renewalGrants(name, ring, secrets, opts)];
}

/**
 * One role of exactly what renewing the keys in use takes, given once on each of their owners and nowhere else. Azure's
 * roles do not reach owners outside Azure Resource Manager: Entra applications and services of one's own.
 */
function renewalGrants(
  name: string,
  ring: RingContext,
  allSecrets: readonly RotatedSecretArgs[],
  opts: pulumi.CustomResourceOptions,
): pulumi.Resource[] {
  const secrets = allSecrets.filter(({ ownerType }) => isAzureOwner(ownerType));
  if (secrets.length === 0) return [];
  const unique = (part: string) => stableUuid(pulumi.getProject(), pulumi.getStack(), name, part);
  const roleName = unique("renews-keys");
  const role = new authorization.RoleDefinition(
    `${name}-renews-keys`,
    {
      roleDefinitionId: roleName,
      roleName: `Renew keys for ${ring.name}-${ring.ring}-${ring.suffix} (${name})`,
      description: "Read a service, list its keys, renew one of them.",
      roleType: "CustomRole",
      scope: ring.resourceGroupId,
      assignableScopes: pulumi
        .all([pulumi.output(ring.resourceGroupId), pulumi.all(secrets.map(({ owner }) => owner))])
        .apply(([group, owners]) => resourceGroups(group, owners)),
      permissions: [{ actions: actionsOf(secrets), notActions: [], dataActions: [], notDataActions: [] }],
    },
    opts,
  );
  // The role's id in Azure, known before there is the role, so that a preview can judge who gets what.
  const roleDefinitionId = pulumi.interpolate`/subscriptions/${ring.subscriptionId}/providers/Microsoft.Authorization/roleDefinitions/${roleName}`;
  return oncePerOwner(secrets).map(
    (secret) =>
      new authorization.RoleAssignment(
        `${name}-job-renews-${secret.name}`,
        {
          roleAssignmentName: unique(secret.name),
          scope: roleScope(secret),
          roleDefinitionId,
          principalId: ring.jobsIdentity.principalId,
          principalType: "ServicePrincipal",
        },
        pulumi.mergeOptions(opts, { deleteBeforeReplace: true, dependsOn: [role] }),
      ),
  );
}

/** The actions of all owner types in use, each once, in a fixed order. */
function actionsOf(secrets: readonly RotatedSecretArgs[]): string[] {
  return [...new Set(secrets.flatMap(({ ownerType }) => secretOwner(ownerType).actions))].sort();
}

/** Azure refuses the same role for the same identity on the same scope twice: a search service may have two secrets. */
function oncePerOwner(secrets: readonly RotatedSecretArgs[]): RotatedSecretArgs[] {
  return secrets.filter(({ owner }, index) => secrets.findIndex((other) => other.owner === owner) === index);
}

/** Where the role is given: on the owner; a pair of named values is no resource of its own, its service is. */
function roleScope({ owner, ownerType }: RotatedSecretArgs): pulumi.Input<string> {
  if (ownerType !== SecretOwnerType.ApiManagementNamedValues) return owner;
  return pulumi.output(owner).apply((id) => id.replace(/\/namedValues\/[^/]+$/i, ""));
}

const RESOURCE_GROUP = /^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+/i;

/** The ring's resource group first, then the others that owners live in, each once whatever the letter case. */
function resourceGroups(ringGroup: string, owners: readonly string[]): string[] {
  const groups = new Map([[ringGroup.toLowerCase(), ringGroup]]);
  for (const owner of [...owners].sort()) {
    const group = RESOURCE_GROUP.exec(owner)?.[0];
    if (group !== undefined && !groups.has(group.toLowerCase())) groups.set(group.toLowerCase(), group);
  }
  return [...groups.values()];
}
