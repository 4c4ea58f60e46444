import type { RuleSeverity } from "@ringfence/core/waivers";
import { prefixes } from "../rule";

export type Outcome = "pass" | "fail" | "waived" | "undetermined" | "not-applicable";
export type Level = "advisory" | "mandatory" | "remediate" | "disabled";

/** What one rule says of one resource, or of the stack. */
export interface Verdict {
  /** The rule's id. */
  rule: string;
  outcome: Outcome;
  /** The resource; absent where the stack as a whole is judged. */
  urn?: string;
  /** What the engine would show; for a pass the rule's title, for what is not applicable the reason. */
  message: string;
  severity: RuleSeverity | "unspecified";
  level: Level;
  /** The property that it is about, where there is one. */
  path?: string;
}

/** What a rule's report is, by the first words after the rule's title. */
export function outcomeOf(message: string, title: string): "fail" | "waived" | "undetermined" {
  const told = message.startsWith(`${title}\n`) ? message.slice(title.length + 1) : message;
  if (told.startsWith(prefixes.waived)) return "waived";
  return told.startsWith(prefixes.undetermined) ? "undetermined" : "fail";
}
