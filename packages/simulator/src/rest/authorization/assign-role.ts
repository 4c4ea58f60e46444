import { stableUuid, type World } from "../../world";
import { builtInRole, builtInRoles } from "./built-in-roles";

/** A role for somebody at a place. */
export interface RoleGrant {
  /** Name of a built-in role, such as `Key Vault Secrets Officer`, its GUID, or the id of a custom role's definition. */
  role: string;
  /** Id of a subscription, group or resource. */
  scope: string;
  /** Object id of the principal; the signed-in one when left out. */
  principalId?: string;
}

/**
 * Assigns a role in the world, as somebody who may would have done.
 *
 * @returns the assignment's id.
 * @throws Error when there is no such role, and Refusal where it is assigned already.
 */
export async function assignRole(world: World, { role, scope, principalId }: RoleGrant): Promise<string> {
  const known = builtInRole(role) ?? builtInRoles().find(({ name }) => name.toLowerCase() === role.toLowerCase());
  if (known === undefined && world.resource(role) === undefined) {
    throw new Error(
      `there is no role '${role}': give a built-in role's name or GUID, or the id of a custom role in this world`,
    );
  }
  const definitions = `/subscriptions/${world.identity.subscriptionId}/providers/Microsoft.Authorization/roleDefinitions`;
  const inputs = {
    scope,
    principalId: principalId ?? world.identity.objectId,
    principalType: "ServicePrincipal",
    roleDefinitionId: known === undefined ? role : `${definitions}/${known.id}`,
    roleAssignmentName: stableUuid(scope.toLowerCase(), role.toLowerCase(), principalId ?? world.identity.objectId),
  };
  const resource = await world.put({
    id: `${scope.replace(/\/+$/, "")}/providers/Microsoft.Authorization/roleAssignments/${inputs.roleAssignmentName}`,
    armType: "Microsoft.Authorization/roleAssignments",
    inputs,
    create: true,
    shape: (added) => ({ name: inputs.roleAssignmentName, ...inputs, ...added }),
  });
  return resource.id;
}
