import { resourceRule } from "../../rule";
import { allowsNone } from "./operations";

export const rightsToGiveRights = resourceRule({
  id: "no-rights-to-give-rights",
  title: "Custom roles cannot write roles or assign them",
  covers: ["cnspec-rbac-no-custom-role-creation"],
  requirements: [],
  severity: "high",
  appliesTo: "authorization:RoleDefinition",
  holds: (role) =>
    role
      .at("permissions")
      .every((permission) =>
        allowsNone(
          permission,
          ["Microsoft.Authorization/roleDefinitions/write", "Microsoft.Authorization/roleAssignments/write"],
          "allows writing roles or role assignments",
        ),
      ),
  fix: "Remove the operation, or take it away in notActions; Role Based Access Control Administrator can be limited by conditions.",
  why: "Whoever may assign roles may become Owner; all other limits of the role are then on paper.",
});
