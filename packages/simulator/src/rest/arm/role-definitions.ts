import { nameOf } from "../../sdk";
import type { Properties } from "../../values";
import { builtInRole, builtInRoles, type Role } from "../authorization/built-in-roles";
import type { RestRequest } from "../http/exchange";

const DEFINITIONS = "Microsoft.Authorization/roleDefinitions";

/** Azure's own role at an id, as Azure Resource Manager writes it; undefined where the id is not of one. */
export function builtInDefinition(id: string, armType: string): Properties | undefined {
  const role = armType.toLowerCase() === DEFINITIONS.toLowerCase() ? builtInRole(nameOf(id)) : undefined;
  return role === undefined ? undefined : definition(role);
}

/** Azure's own roles in a list of definitions, those of one name where the request filters by it. */
export function builtInDefinitions(request: RestRequest, armType: string): Properties[] {
  if (armType.toLowerCase() !== DEFINITIONS.toLowerCase()) return [];
  const name = /roleName eq '([^']*)'/i.exec(request.query.get("$filter") ?? "")?.[1];
  return builtInRoles()
    .filter((role) => name === undefined || role.name.toLowerCase() === name.toLowerCase())
    .map(definition);
}

function definition({ id, name, actions, notActions, dataActions, notDataActions }: Role): Properties {
  const permission = { actions, notActions, dataActions, notDataActions };
  return {
    id: `/providers/${DEFINITIONS}/${id}`,
    name: id,
    type: DEFINITIONS,
    properties: {
      roleName: name,
      type: "BuiltInRole",
      description: "",
      assignableScopes: ["/"],
      permissions: [Object.fromEntries(Object.entries(permission).map(([kind, list]) => [kind, [...list]]))],
    },
  };
}
