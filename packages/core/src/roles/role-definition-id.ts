import { type RoleName, roles } from "./built-in-roles.generated";

/**
 * The id that a role assignment names its role by. Built-in roles exist in every tenant, so the id needs no scope;
 * given a subscription (`/subscriptions/…`), the id is the longer form under it, which Azure gives back.
 */
export function roleDefinitionId(role: RoleName, subscriptionScope = ""): string {
  return `${subscriptionScope}/providers/Microsoft.Authorization/roleDefinitions/${roles[role].id}`;
}
