import type { RehearsedRule, StackRehearsal, Verdict } from "../../document";

/** The rules of a stack's packs, by the pack's name and the rule's. */
export class RuleIndex {
  private readonly rules: ReadonlyMap<string, RehearsedRule>;

  constructor({ packs }: StackRehearsal) {
    this.rules = new Map(packs.flatMap(({ name, rules }) => rules.map((rule) => [keyOf(name, rule.name), rule])));
  }

  /** Undefined where no pack describes it. */
  of({ pack, rule }: Pick<Verdict, "pack" | "rule">): RehearsedRule | undefined {
    return this.rules.get(keyOf(pack, rule));
  }
}

function keyOf(pack: string, rule: string): string {
  return JSON.stringify([pack, rule]);
}
