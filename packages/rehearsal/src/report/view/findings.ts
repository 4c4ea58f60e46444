import type { Outcome, RuleSeverity, StackRehearsal, Verdict } from "../../document";
import { PlacesBuilder } from "./places";
import type { ResourceLabel } from "./resource-label";
import { titleOf } from "./rule-title";
import { RuleIndex } from "./rules";
import { stopsDeployment } from "./stack-summary";
import { type Words, wordsOf } from "./words";

/** Severities, the gravest first. */
export const severityOrder: readonly RuleSeverity[] = ["critical", "high", "medium", "low", "unspecified"];

/** What one rule found, in every stack. */
export interface Finding {
  /** Stable between runs, fit for an anchor. */
  id: string;
  /** The packs that hold the rule; often one. */
  packs: string[];
  rule: string;
  title: string;
  severity: RuleSeverity;
  /** Whether a deployment of at least one stack is stopped. */
  blocks: boolean;
  fix?: string;
  url?: string;
  places: Place[];
}

/** One resource, or a stack as a whole, that a rule speaks of, in every stack where it says the same. */
export interface Place {
  /** Absent where the rule judges the stack as a whole. */
  resource?: ResourceLabel;
  /** Everything that the rule says of it. */
  what: string[];
  stacks: { stack: string; level: Verdict["level"] }[];
}

/** All verdicts of one outcome, by rule and resource, the gravest rule first. */
export function findings(stacks: readonly StackRehearsal[], outcome: Outcome): Finding[] {
  const byRule = new Map<string, { finding: Finding; said: PlacesBuilder }>();
  for (const stack of stacks) {
    const rules = new RuleIndex(stack);
    for (const verdict of stack.verdicts) {
      if (verdict.outcome !== outcome) continue;
      const rule = rules.of(verdict);
      const words = wordsOf(verdict, rule);
      const title = titleOf(verdict.rule, rule);
      const key = JSON.stringify([verdict.rule, title]);
      const entry = byRule.get(key) ?? { finding: newFinding(verdict, title, words), said: new PlacesBuilder() };
      byRule.set(key, entry);
      const { finding, said } = entry;
      if (!finding.packs.includes(verdict.pack)) finding.packs.push(verdict.pack);
      finding.blocks ||= stopsDeployment(verdict);
      if (severityOrder.indexOf(verdict.severity) < severityOrder.indexOf(finding.severity))
        finding.severity = verdict.severity;
      said.add(stack.stack, verdict, words.what);
    }
  }
  return [...byRule.values()].map(({ finding, said }) => ({ ...finding, places: said.places() })).sort(byGravity);
}

function newFinding({ rule, severity }: Verdict, title: string, { fix, url }: Words): Finding {
  const id = `rule-${rule.replace(/[^A-Za-z0-9-]+/g, "-")}`;
  return { id, packs: [], rule, title, severity, blocks: false, ...(fix && { fix }), ...(url && { url }), places: [] };
}

function byGravity(a: Finding, b: Finding): number {
  return (
    severityOrder.indexOf(a.severity) - severityOrder.indexOf(b.severity) ||
    Number(b.blocks) - Number(a.blocks) ||
    a.rule.localeCompare(b.rule, "en")
  );
}
