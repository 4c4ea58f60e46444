import * as pulumi from "@pulumi/pulumi";
import { GrantScope } from "@ringfence/core/jobs";
import { type GrantScopeIds, jobRoles } from "../jobs/job-roles";
import type { SecretRotationArgs } from "./args";
import { restartRole, waitsForConsumers } from "./consumers";
import { rotationCommands } from "./jobs";
import { type OwnRole, ownRole } from "./own-role";
import { isAzureOwner, SecretOwnerType, secretOwner } from "./owner-types";
import type { RotatedSecretArgs } from "./secrets";
import type { RotationStore } from "./store";

/** What the jobs' identity may do, each on the one thing it needs: what the jobs' rows list, and the keys in use and their consumers. */
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
    [GrantScope.LogAnalytics]: waitsForConsumers(secrets) ? ring.logAnalyticsId : undefined,
  };
  return [
    ...jobRoles(name, ring, rotationCommands, scopes, opts),
    ...ownRole(name, ring, renewalRole(secrets), opts),
    ...ownRole(name, ring, restartRole(secrets), opts),
  ];
}

/**
 * What renewing the keys in use takes, on each of their owners. Azure's roles do not reach owners outside Azure Resource
 * Manager: Entra applications and services of one's own.
 */
function renewalRole(allSecrets: readonly RotatedSecretArgs[]): OwnRole {
  const secrets = allSecrets.filter(({ ownerType }) => isAzureOwner(ownerType));
  return {
    purpose: "renews-keys",
    title: "Renew keys",
    description: "Read a service, list its keys, renew one of them.",
    actions: secrets.flatMap(({ ownerType }) => secretOwner(ownerType).actions),
    grants: oncePerOwner(secrets).map((secret) => ({
      name: `renews-${secret.name}`,
      seed: secret.name,
      scope: roleScope(secret),
    })),
  };
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
