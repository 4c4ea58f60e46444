import { isObject, objectOf, textOf, type Value } from "../../values";
import type { World } from "../../world";
import { RestRefusal } from "../http/rest-refusal";
import type { Principal } from "../identity/tokens";
import type { Call } from "../surface";
import { builtInRole, type Role } from "./built-in-roles";
import { allows, reaches } from "./permission";

const ASSIGNMENTS = "Microsoft.Authorization/roleAssignments";
const DEFINITIONS = "Microsoft.Authorization/roleDefinitions";

/** What a call needs. */
export interface Need {
  /** ARM action or data action. */
  action: string;
  isDataAction?: boolean;
  /** Where it is needed: a resource, group or subscription. */
  scope: string;
}

/**
 * Judges calls by the role assignments in the world, with Azure's built-in roles and the custom ones that the world
 * has. Deny assignments, conditions and group membership are not judged: an assignment counts for its very principal.
 */
export class Authorizer {
  constructor(
    private readonly world: World,
    /** Whether anything is refused; what is needed is noted in any case. */
    readonly isStrict: boolean,
  ) {}

  /**
   * Notes what a call needs, and refuses it where the principal may not.
   *
   * @throws RestRefusal 403 AuthorizationFailed, in Azure's words.
   */
  demand(call: Call, principal: Principal, need: Need): void {
    note(call, need);
    if (!this.isStrict || this.may(principal, need)) return;
    throw new RestRefusal(
      403,
      "AuthorizationFailed",
      `The client '${principal.clientId}' with object id '${principal.objectId}' does not have authorization to perform ` +
        `action '${need.action}' over scope '${need.scope}' or the scope is invalid. If access was recently granted, ` +
        "please refresh your credentials.",
    );
  }

  /** Whether a principal has what a call needs. */
  may(principal: Principal, need: Need): boolean {
    return this.world.resources(ASSIGNMENTS).some((assignment) => {
      const { principalId, scope, roleDefinitionId } = assignment.properties;
      if (textOf(principalId)?.toLowerCase() !== principal.objectId.toLowerCase()) return false;
      const at =
        textOf(scope) ?? assignment.id.replace(/\/providers\/Microsoft\.Authorization\/roleAssignments\/.*$/i, "");
      if (!reaches(at, need.scope)) return false;
      const role = this.role(textOf(roleDefinitionId) ?? "");
      return role !== undefined && allows(role, need.action, need.isDataAction === true);
    });
  }

  private role(definitionId: string): Role | undefined {
    const id = definitionId.split("/").at(-1)?.toLowerCase() ?? "";
    const own = this.world.resources(DEFINITIONS).find((each) => each.id.toLowerCase().endsWith(`/${id}`));
    if (own === undefined) return builtInRole(id);
    const permissions = listOf(own.properties.permissions).map(objectOf);
    const all = (name: string) => permissions.flatMap((each) => listOf(each[name]).map(String));
    return {
      name: textOf(own.properties.roleName) ?? id,
      id,
      actions: all("actions"),
      notActions: all("notActions"),
      dataActions: all("dataActions"),
      notDataActions: all("notDataActions"),
    };
  }
}

/** Writes what a call needs into its line of the log. */
export function note(call: Call, { action, isDataAction, scope }: Need): void {
  if (isDataAction === true) call.dataAction = action;
  else call.action = action;
  call.scope = scope;
}

function listOf(value: Value | undefined): Value[] {
  return Array.isArray(value) ? value : isObject(value) ? [value] : [];
}
