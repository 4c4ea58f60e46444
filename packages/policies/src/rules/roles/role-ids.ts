import { RoleName, roles } from "@ringfence/core/roles";
import { fails, holds, type Judgement, type Value } from "../../rule";

/** The ids of these built-in roles. */
export function idsOf(...names: readonly RoleName[]): readonly string[] {
  return names.map((name) => roles[name].id);
}

/** The roles that let a principal give rights to others. */
export const administratorRoles = idsOf(
  RoleName.Owner,
  RoleName.UserAccessAdministrator,
  RoleName.RoleBasedAccessControlAdministrator,
);

const names: Readonly<Record<string, string>> = Object.fromEntries(
  Object.values(roles).map(({ id, name }) => [id, name]),
);

/** The role, given by its definition's id, is none of these; ids are compared by their last part. */
export function isNoneOfRoles(definition: Value, refused: readonly string[]): Judgement {
  return definition.judge((given) => {
    if (given === undefined) return fails(definition.path, "missing");
    const id = lastPart(definition.text ?? "");
    if (!refused.some((one) => lastPart(one) === id)) return holds;
    return fails(definition.path, `must not be ${names[id] ?? "a role of the denied ones"}`);
  });
}

function lastPart(id: string): string {
  return id.slice(id.lastIndexOf("/") + 1).toLowerCase();
}
