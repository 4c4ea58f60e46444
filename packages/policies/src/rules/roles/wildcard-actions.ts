import { resourceRule } from "../../rule";
import { everyOperation, isNoWildcard } from "./operations";

export const wildcardActions = resourceRule({
  id: "no-wildcard-actions",
  title: "Custom roles name the operations that they allow",
  covers: ["no-wildcard-actions"],
  requirements: [],
  severity: "critical",
  appliesTo: "authorization:RoleDefinition",
  holds: (role) => everyOperation(role, "actions", isNoWildcard),
  fix: "Replace the wildcard by the operations that are needed; Azure's list of resource provider operations has them.",
  why: "A wildcard also allows what the service learns to do next year, and what nobody meant: reading keys, deleting.",
});
