import { fails, holds, resourceRule } from "../../rule";

export const customRoleInventory = resourceRule({
  id: "custom-role-inventory",
  title: "Custom roles are listed, so that somebody looks at them",
  covers: ["AzurePolicy-a451c1ef-custom-role-inventory"],
  requirements: [],
  severity: "low",
  inventory: true,
  appliesTo: "authorization:RoleDefinition",
  holds: (role) =>
    role
      .at("roleType")
      .judge(() => (role.at("roleType").is("BuiltInRole").is === "holds" ? holds : fails("", "a custom role"))),
  fix: "See whether a built-in role does; waive this rule for the custom roles that were reviewed.",
  why: "Nobody maintains a custom role: it keeps what it was given, and the service gets new operations.",
});
