import { readFileSync } from "node:fs";
import { join } from "node:path";

/** What a role allows, by Azure's names for actions. `*` stands for any text; letter case does not count. */
export interface Role {
  name: string;
  /** The GUID at the end of the role definition's id. */
  id: string;
  actions: readonly string[];
  notActions: readonly string[];
  dataActions: readonly string[];
  notDataActions: readonly string[];
}

const file = join(__dirname, "..", "..", "..", "data", "roles.json");

let roles: ReadonlyMap<string, Role> | undefined;

/** Azure's own role with this GUID; undefined for one that the data does not have. */
export function builtInRole(id: string): Role | undefined {
  return all().get(id.toLowerCase());
}

/** Every built-in role that the data has. */
export function builtInRoles(): Role[] {
  return [...all().values()];
}

function all(): ReadonlyMap<string, Role> {
  if (roles === undefined) {
    const kept = JSON.parse(readFileSync(file, "utf8")) as { roles: readonly Role[] };
    roles = new Map(kept.roles.map((role) => [role.id.toLowerCase(), role]));
  }
  return roles;
}
