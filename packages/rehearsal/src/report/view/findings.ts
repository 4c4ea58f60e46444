import type { Outcome, RehearsedRule, RuleSeverity, StackRehearsal, Verdict } from "../../document";
import { labelOf, type ResourceLabel } from "./resource-label";
import { shorten } from "./shorten";
import { stopsDeployment } from "./stack-summary";
import { resourceKey } from "./urn";
import { type Words, wordsOf } from "./words";

/** Severities, the gravest first. */
export const severityOrder: readonly RuleSeverity[] = ["critical", "high", "medium", "low", "unspecified"];

/** What one rule found, in every stack. */
export interface Finding {
  /** Stable between runs, fit for an anchor. */
  id: string;
  pack: string;
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
  what: string;
  stacks: { stack: string; level: Verdict["level"] }[];
}

/** All verdicts of one outcome, by rule and resource, the gravest rule first. */
export function findings(stacks: readonly StackRehearsal[], outcome: Outcome): Finding[] {
  const byRule = new Map<string, Finding>();
  const places = new Map<string, Place>();
  for (const stack of stacks) {
    const rules = rulesOf(stack);
    for (const verdict of stack.verdicts) {
      if (verdict.outcome !== outcome) continue;
      const rule = rules.get(ruleKey(verdict.pack, verdict.rule));
      const words = wordsOf(verdict, rule);
      const key = ruleKey(verdict.pack, verdict.rule);
      const finding = byRule.get(key) ?? newFinding(verdict, rule, words);
      byRule.set(key, finding);
      finding.blocks ||= stopsDeployment(verdict);
      if (severityOrder.indexOf(verdict.severity) < severityOrder.indexOf(finding.severity))
        finding.severity = verdict.severity;
      const placeKey = JSON.stringify([key, verdict.urn && resourceKey(verdict.urn), words.what]);
      const place = places.get(placeKey) ?? newPlace(finding, verdict, words);
      places.set(placeKey, place);
      place.stacks.push({ stack: stack.stack, level: verdict.level });
    }
  }
  return [...byRule.values()].sort(byGravity);
}

function newFinding(verdict: Verdict, rule: RehearsedRule | undefined, words: Words): Finding {
  const { pack, rule: name, severity } = verdict;
  const title = titleOf(name, rule);
  const id = `${pack}-${name}`.replace(/[^A-Za-z0-9-]+/g, "-");
  const { fix, url } = words;
  return { id, pack, rule: name, title, severity, blocks: false, ...(fix && { fix }), ...(url && { url }), places: [] };
}

/** A pack that gives its rule no title says in the description's first line what it is about. */
function titleOf(name: string, rule: RehearsedRule | undefined): string {
  const stated = rule && rule.title !== name ? rule.title : rule?.description.split("\n")[0];
  return shorten(stated || name);
}

function newPlace(finding: Finding, verdict: Verdict, { what }: Words): Place {
  const place: Place = { ...(verdict.urn && { resource: labelOf(verdict.urn) }), what, stacks: [] };
  finding.places.push(place);
  return place;
}

function rulesOf(stack: StackRehearsal): Map<string, RehearsedRule> {
  return new Map(stack.packs.flatMap(({ name, rules }) => rules.map((rule) => [ruleKey(name, rule.name), rule])));
}

function ruleKey(pack: string, rule: string): string {
  return JSON.stringify([pack, rule]);
}

function byGravity(a: Finding, b: Finding): number {
  return (
    severityOrder.indexOf(a.severity) - severityOrder.indexOf(b.severity) ||
    Number(b.blocks) - Number(a.blocks) ||
    a.rule.localeCompare(b.rule, "en")
  );
}
