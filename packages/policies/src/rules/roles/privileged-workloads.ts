import { RoleName } from "@ringfence/core/roles";
import { anyOf, resourceRule } from "../../rule";
import { idsOf, isNoneOfRoles } from "./role-ids";

/** What a role may be given to without being given to a workload. */
const people = ["User", "Group", "ForeignGroup", "Device"];

export const privilegedWorkloads = resourceRule({
  id: "no-privileged-workloads",
  title: "Workload identities get no privileged built-in role",
  covers: ["no-privileged-builtin-role"],
  requirements: [],
  severity: "high",
  appliesTo: "authorization:RoleAssignment",
  config: {
    deniedRoles: {
      type: "array",
      items: { type: "string" },
      default: idsOf(
        RoleName.Owner,
        RoleName.Contributor,
        RoleName.UserAccessAdministrator,
        RoleName.RoleBasedAccessControlAdministrator,
      ),
      description:
        "The ids (GUIDs) of the role definitions that no workload gets: Owner, Contributor, User Access Administrator and Role Based Access Control Administrator",
    },
  },
  holds: (assignment, { config }) =>
    anyOf(
      isNoneOfRoles(assignment.at("roleDefinitionId"), config.deniedRoles),
      // Without a type it may be anybody's.
      assignment.at("principalType").isOneOf(people),
    ),
  fix: "Assign the role for the task, such as Cognitive Services OpenAI User, on the resource that the workload uses.",
  why: "What a prompt can talk a workload into doing, it does with the workload's rights.",
});
