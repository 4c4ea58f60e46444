import type { RehearsedRule, SourcePosition, StackRehearsal, Verdict } from "../../document";
import { labelOf, type ResourceLabel } from "./resource-label";
import { titleOf } from "./rule-title";
import { RuleIndex } from "./rules";
import { Sources } from "./sources";
import { type WaiverTerms, waiverTerms } from "./waiver-terms";
import { wordsOf } from "./words";

/** One verdict, as the reports for pipelines tell it: one by one, in the order in which they were reached. */
export interface Result {
  stack: string;
  verdict: Verdict;
  /** Absent where no pack describes the rule. */
  rule?: RehearsedRule;
  title: string;
  what: string;
  fix?: string;
  url?: string;
  /** Absent where the stack as a whole is judged. */
  resource?: ResourceLabel;
  source?: SourcePosition;
  /** Until when and by whom, where the verdict is waived and says so. */
  waiver?: WaiverTerms;
}

/** The results of one stack. */
export function resultsOf(stack: StackRehearsal): Result[] {
  const rules = new RuleIndex(stack);
  const sources = new Sources(stack);
  return stack.verdicts.map((verdict) => {
    const rule = rules.of(verdict);
    const { what, fix, url } = wordsOf(verdict, rule);
    const source = sources.of(verdict.urn);
    const waiver = verdict.outcome === "waived" ? waiverTerms(what) : undefined;
    return {
      stack: stack.stack,
      verdict,
      ...(rule && { rule }),
      title: titleOf(verdict.rule, rule),
      what,
      ...(fix && { fix }),
      ...(url && { url }),
      ...(verdict.urn !== undefined && { resource: labelOf(verdict.urn) }),
      ...(source && { source }),
      ...(waiver && { waiver }),
    };
  });
}
