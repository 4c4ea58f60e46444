import { resourceRule } from "../../rule";
import { allowsNone } from "./operations";

/**
 * Operations by which a principal gets rights that it does not have, beside role assignments (operations of
 * Microsoft.Authorization and Microsoft.ManagedIdentity, azure-docs permissions/identity.md and
 * permissions/management-and-governance.md).
 */
const operations: readonly string[] = [
  "Microsoft.Authorization/elevateAccess/action",
  "Microsoft.Authorization/roleAssignmentScheduleRequests/write",
  "Microsoft.Authorization/roleEligibilityScheduleRequests/write",
  "Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials/write",
];

export const waysToOtherRights = resourceRule({
  id: "no-ways-to-other-rights",
  title: "Custom roles open no way to the rights of others",
  covers: [],
  requirements: [],
  severity: "high",
  appliesTo: "authorization:RoleDefinition",
  holds: (role) =>
    role
      .at("permissions")
      .every((permission) =>
        allowsNone(permission, operations, "allows elevating access, scheduling roles or posing as an identity"),
      ),
  fix: "Remove the operation, or take it away in notActions.",
  why: "A federated credential on somebody else's identity is that identity; so are roles that one schedules for oneself.",
});
