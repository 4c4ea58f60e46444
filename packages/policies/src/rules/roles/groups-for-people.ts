import { allOf, resourceRule } from "../../rule";

export const groupsForPeople = resourceRule({
  id: "groups-for-people",
  title: "People get their roles through groups",
  covers: ["Azure.RBAC.UseGroups / LimitOwner / PIM; cnspec pim-active-assignments-time-bound"],
  requirements: [],
  severity: "medium",
  appliesTo: "authorization:RoleAssignment",
  holds: (assignment) => {
    const type = assignment.at("principalType");
    // Without a type Azure takes the principal for a user.
    return allOf(type.exists(), type.isNot("User"));
  },
  fix: "Assign the role to a group and set principalType to Group; a workload's is ServicePrincipal.",
  why: "A role of one person stays when the person leaves, and no review of groups finds it.",
});
