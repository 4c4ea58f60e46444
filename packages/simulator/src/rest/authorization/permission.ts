import type { Role } from "./built-in-roles";

/** Whether a role allows an action: named by it, and not taken away by it. */
export function allows(role: Role, action: string, isDataAction: boolean): boolean {
  const [given, taken] = isDataAction ? [role.dataActions, role.notDataActions] : [role.actions, role.notActions];
  return given.some((pattern) => covers(pattern, action)) && !taken.some((pattern) => covers(pattern, action));
}

/** Whether a pattern such as `Microsoft.KeyVault/vaults/*` covers an action; `*` crosses slashes. */
export function covers(pattern: string, action: string): boolean {
  const expression = pattern.replace(/[.+?^${}()|[\]\\]/g, "\\$&").replaceAll("*", ".*");
  return new RegExp(`^${expression}$`, "i").test(action);
}

/** Whether an assignment at a scope counts at another: the scope itself, or something it is around. */
export function reaches(scope: string, target: string): boolean {
  const [outer, inner] = [normal(scope), normal(target)];
  return inner === outer || inner.startsWith(outer === "/" ? "/" : `${outer}/`);
}

function normal(scope: string): string {
  return `/${scope.toLowerCase().replace(/^\/+|\/+$/g, "")}`;
}
