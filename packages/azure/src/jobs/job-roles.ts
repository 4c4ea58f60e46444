import type * as pulumi from "@pulumi/pulumi";
import { type GrantScope, grantsOf, type JobCommand, type JobGrant, jobGrants } from "@ringfence/core/jobs";
import type { RingContext } from "../ring/context";
import { assignRole } from "../roles/assign-role";

/** The ids of what roles are given on. A scope that is left out gets no role: another component has given it. */
export type GrantScopeIds = Partial<Record<GrantScope, pulumi.Input<string>>>;

/**
 * Gives the ring's identity for jobs the roles that the commands' rows list, each once, on the scopes that are given:
 * `<name>-job-<purpose>`.
 */
export function jobRoles(
  name: string,
  ring: RingContext,
  commands: readonly JobCommand[],
  scopes: GrantScopeIds,
  opts: pulumi.CustomResourceOptions,
): pulumi.Resource[] {
  const principal = { principalId: ring.jobsIdentity.principalId, principalType: "ServicePrincipal" } as const;
  return grantsOf(commands).flatMap((purpose) => {
    const { scope, role }: JobGrant = jobGrants[purpose];
    const id = scopes[scope];
    return id === undefined ? [] : [assignRole(`${name}-job-${purpose}`, { ...principal, scope: id, role }, opts)];
  });
}
