import { allOf, resourceRule } from "../../rule";
import { benchmarkControl } from "../psrule-control";

/** UserAssigned alone or beside SystemAssigned, with or without a space after the comma. */
const USER_ASSIGNED = /(^|,\s*)UserAssigned\s*(,|$)/i;

export const userIdentity = resourceRule({
  id: "ml-workspace-user-assigned-identity",
  title: "Machine Learning workspaces act as an identity of yours",
  covers: ["Azure.ML.UserManagedIdentity"],
  requirements: ["OE-R8"],
  severity: "medium",
  appliesTo: "machinelearningservices:Workspace",
  holds: (workspace) =>
    allOf(
      workspace.at("identity.type").matches(USER_ASSIGNED, '"UserAssigned", alone or beside "SystemAssigned"'),
      workspace.at("primaryUserAssignedIdentity").exists(),
    ),
  fix: 'Set identity.type to "UserAssigned", list the identity in userAssignedIdentities, and name it in primaryUserAssignedIdentity.',
  why: "The workspace's own identity dies with it and gets its roles from Azure; one of yours has the roles that you gave it.",
  frameworks: [benchmarkControl("IM-3", "Azure.ML.UserManagedIdentity")],
});
