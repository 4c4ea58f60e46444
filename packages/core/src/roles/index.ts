export { RoleName, roleSources, roles, rolesCollected } from "./built-in-roles.generated";
export type { Role } from "./role";
export { roleDefinitionId } from "./role-definition-id";
