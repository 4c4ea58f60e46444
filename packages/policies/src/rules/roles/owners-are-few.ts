import { RoleName } from "@ringfence/core/roles";
import { fails, holds, perStack, stackRule, unknown } from "../../rule";
import { idsOf, isNoneOfRoles } from "./role-ids";

const owner = idsOf(RoleName.Owner);

export const ownersAreFew = stackRule({
  id: "owners-are-few",
  title: "Few principals are Owner of the same scope",
  covers: ["Azure.RBAC.UseGroups / LimitOwner / PIM; cnspec pim-active-assignments-time-bound"],
  requirements: [],
  severity: "medium",
  appliesTo: "authorization:RoleAssignment",
  config: {
    maximumOwners: {
      type: "integer",
      minimum: 0,
      default: 3,
      description: "Owners of one scope; three is Microsoft's advice for a subscription (azure-docs best-practices.md)",
    },
  },
  holds: (assignment, { config, stack }) => {
    const own = isNoneOfRoles(assignment.at("roleDefinitionId"), owner);
    if (own.is === "holds" || assignment.at("roleDefinitionId").isAbsent) return holds;
    const { all, byScope, open } = ownersOf(stack);
    if (all <= config.maximumOwners && own.is === "fails") return holds;
    if (own.is === "unknown") return all < config.maximumOwners ? holds : own;
    const scope = assignment.at("scope");
    const known = byScope.get(scope.text?.toLowerCase() ?? "") ?? 0;
    if (!scope.isUnknown && known > config.maximumOwners)
      return fails("roleDefinitionId", `one of more than ${config.maximumOwners} Owners of the same scope`);
    return scope.isUnknown || known + open > config.maximumOwners ? unknown("scope") : holds;
  },
  fix: "Keep Owner for a group of those who need it, and give the others the role of their task.",
  why: "Each Owner can do everything and give everything away. Counted when everything exists.",
});

/** How many assignments make somebody Owner: in all, of each known scope, and of one that is not known yet. */
const ownersOf = perStack((stack) => {
  const owners = stack
    .ofType("authorization:RoleAssignment")
    .filter((assignment) => isNoneOfRoles(assignment.at("roleDefinitionId"), owner).is === "fails")
    .filter((assignment) => !assignment.at("roleDefinitionId").isAbsent);
  const byScope = new Map<string, number>();
  for (const assignment of owners) {
    const scope = assignment.at("scope");
    const key = scope.text?.toLowerCase() ?? "";
    if (!scope.isUnknown) byScope.set(key, (byScope.get(key) ?? 0) + 1);
  }
  return { all: owners.length, byScope, open: owners.filter((one) => one.at("scope").isUnknown).length };
});
