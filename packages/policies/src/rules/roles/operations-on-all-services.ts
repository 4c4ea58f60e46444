import { allOf, fails, holds, type Judgement, resourceRule, type Value } from "../../rule";
import { everyOperation } from "./operations";

export const operationsOnAllServices = resourceRule({
  id: "no-operations-on-all-services",
  title: "Custom roles change things, and touch data, in named services only",
  covers: [],
  requirements: [],
  severity: "high",
  appliesTo: "authorization:RoleDefinition",
  holds: (role) =>
    allOf(
      // Reading the settings of everything is what Azure's own Reader does, and harmless beside the rest.
      everyOperation(role, "actions", (action) => namesService(action, /^\*\/(?!read$)/i)),
      everyOperation(role, "dataActions", (action) => namesService(action, /^\*\//)),
    ),
  fix: "Begin each operation with its service: Microsoft.CognitiveServices/accounts/read. Only */read may stand for all.",
  why: "The action */write looks modest and changes everything in Azure; */read among the data actions reads every secret.",
});

function namesService(operation: Value, everywhere: RegExp): Judgement {
  return operation.judge((given) =>
    typeof given === "string" && everywhere.test(given.trim())
      ? fails(operation.path, "goes for every service")
      : holds,
  );
}
