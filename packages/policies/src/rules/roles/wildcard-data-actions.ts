import { resourceRule } from "../../rule";
import { everyOperation, isNoWildcard } from "./operations";

export const wildcardDataActions = resourceRule({
  id: "no-wildcard-data-actions",
  title: "Custom roles name the operations on data that they allow",
  covers: ["no-wildcard-data-actions"],
  requirements: [],
  severity: "critical",
  appliesTo: "authorization:RoleDefinition",
  holds: (role) => everyOperation(role, "dataActions", isNoWildcard),
  fix: "Replace the wildcard by the operations on data that are needed.",
  why: "A wildcard over data opens prompts, documents and secrets alike, to read and to overwrite.",
});
