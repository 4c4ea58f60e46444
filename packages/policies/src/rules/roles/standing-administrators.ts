import { anyOf, resourceRule } from "../../rule";
import { administratorRoles, isNoneOfRoles } from "./role-ids";

export const standingAdministrators = resourceRule({
  id: "no-standing-administrators",
  title: "People become administrators for a limited time only",
  covers: ["Azure.RBAC.UseGroups / LimitOwner / PIM; cnspec pim-active-assignments-time-bound"],
  requirements: [],
  severity: "medium",
  appliesTo: "authorization:RoleAssignment",
  config: {
    timeBoundRoles: {
      type: "array",
      items: { type: "string" },
      default: administratorRoles,
      description:
        "The ids (GUIDs) of the role definitions that nobody holds permanently: Owner, User Access Administrator and Role Based Access Control Administrator",
    },
  },
  holds: (assignment, { config }) =>
    anyOf(
      isNoneOfRoles(assignment.at("roleDefinitionId"), config.timeBoundRoles),
      assignment.at("roleDefinitionId").isMissing(),
      // What workloads may hold is another rule's matter: nobody can activate a role for them.
      assignment.at("principalType").is("ServicePrincipal"),
    ),
  fix: "Replace the assignment by an authorization.PimRoleEligibilitySchedule, and activate the role when it is needed.",
  why: "A role assignment never ends; whoever gets hold of the account on any day of the year is administrator.",
});
