import * as authorization from "@pulumi/azure-native/authorization";
import * as pulumi from "@pulumi/pulumi";
import { stableUuid } from "@ringfence/core/naming";
import { type RoleName, roleDefinitionId } from "@ringfence/core/roles";

/** One built-in role for one principal on one resource. */
export interface RoleGrant {
  /** The id of the resource, resource group or subscription that the role applies to. */
  scope: pulumi.Input<string>;
  /** The built-in role. */
  role: RoleName;
  /** The principal's object id in Entra. */
  principalId: pulumi.Input<string>;
  /** The principal's kind; without it Azure refuses a principal that its directory has not yet replicated. */
  principalType: "ServicePrincipal" | "Group" | "User";
  /** Told apart from another assignment of the same Pulumi name by this; rarely needed. */
  seed?: string;
}

/**
 * Assigns a built-in role. The assignment's name is a UUID made from the project, the stack, `name`, the role and the
 * seed: known at preview, the same at every deployment. Nothing of an assignment can be updated in Azure, so a changed
 * one is deleted before its successor of the same name is created.
 */
export function assignRole(
  name: string,
  grant: RoleGrant,
  opts: pulumi.CustomResourceOptions = {},
): authorization.RoleAssignment {
  const { scope, role, principalId, principalType, seed = "" } = grant;
  return new authorization.RoleAssignment(
    name,
    {
      roleAssignmentName: stableUuid(pulumi.getProject(), pulumi.getStack(), name, role, seed),
      scope,
      roleDefinitionId: roleDefinitionId(role),
      principalId,
      principalType,
    },
    { deleteBeforeReplace: true, ...opts },
  );
}
