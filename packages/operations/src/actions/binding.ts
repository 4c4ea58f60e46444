import { createHash } from "node:crypto";
import { canonicalJson } from "../audit";
import type { ActionRequest } from "../ports";

/** What an approval is for. */
export type Bound = Pick<ActionRequest, "action" | "target" | "parameters" | "targetState">;

/** The hash of an action, its target, its parameters and the state that the target was in: change one, and it is another. */
export function bindingOf({ action, target, parameters, targetState = "" }: Bound): string {
  return createHash("sha256").update(canonicalJson({ action, target, parameters, targetState })).digest("hex");
}
