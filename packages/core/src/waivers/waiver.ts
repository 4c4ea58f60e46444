import type { RingName } from "../rings";
import type { RuleSeverity } from "./rule-severity";

/** One exception from one rule: for which resource, who answers for it, why, and until when. */
export interface Waiver {
  /** The rule's id. */
  rule: string;
  /** The resource's URN; either this or `type` and `name`. */
  urn?: string;
  /** The resource's type, `module:Name` or a full token; `*` stands for any characters. */
  type?: string;
  /** The resource's name in the program; `*` stands for any characters. */
  name?: string;
  /** The e-mail address of the team that answers for the exception. */
  owner: string;
  /** Why the rule cannot be kept for now. */
  reason: string;
  /** Where the work to get rid of the exception is tracked. */
  ticket?: string;
  /** The last day on which it holds, `YYYY-MM-DD`, in UTC. */
  expires: string;
  /** The rings it holds in; all of them if left out. */
  rings?: readonly RingName[];
  /** What can go wrong while a preview is in use; needed for rules about previews. */
  riskAssessment?: string;
  /** How to get back to something that is supported; needed for rules about previews. */
  rollbackPath?: string;
}

/** What a waiver is checked against: the rule that it names. */
export interface WaivableRule {
  id: string;
  severity: RuleSeverity;
  /** False for a rule that nobody may waive. True if left out. */
  waivable?: boolean;
  /** Whether the rule keeps previews out, so that its waivers need `riskAssessment` and `rollbackPath`. */
  aboutPreviews?: boolean;
}

/** What a rule found, as far as waivers look at it. */
export interface WaiverTarget {
  rule: string;
  urn: string;
  /** The resource's names for its type: the token in the program, and `module:Name`. */
  types: readonly string[];
  name: string;
  ring: RingName;
}
