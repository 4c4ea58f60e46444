import {
  anyReference,
  fails,
  type Judgement,
  references,
  type Stack,
  type StackResource,
  type Value,
} from "../../rule";

/** The diagnostic settings of a resource. */
export const diagnosticSettingsOf = references({ type: "monitor:DiagnosticSetting", property: "resourceUri" });

/** Whether a diagnostic setting sends at least one log of a resource; `wanted` says which ones count, all if left out. */
export function sendsLogs(
  resource: StackResource,
  stack: Stack,
  wanted: (log: Value) => Judgement = (log) => log.at("enabled").is(true),
): Judgement {
  return anyReference(
    diagnosticSettingsOf(stack, resource),
    ({ asked }) => asked.at("logs").some("needs an enabled log", wanted),
    fails("", "has no diagnostic setting that sends its logs"),
  );
}
