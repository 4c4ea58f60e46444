import { typeFilter } from "../azure-types";
import type { Judgement, Resource, Rule } from "../rule";

/** A rule that knows its settings and the stack, and wants a resource. */
export interface PreparedRule<Subject extends Resource> {
  readonly rule: Rule;
  holds(resource: Subject): Judgement;
}

/** Rules by the types that they are for, so that a resource meets only those. */
export class RulesByType<Subject extends Resource> {
  private readonly rules: readonly { prepared: PreparedRule<Subject>; applies: (token: string) => boolean }[];
  private readonly byToken = new Map<string, readonly PreparedRule<Subject>[]>();

  constructor(rules: readonly PreparedRule<Subject>[]) {
    this.rules = rules.map((prepared) => ({ prepared, applies: typeFilter(prepared.rule.appliesTo) }));
  }

  /** The rules for the resources of a type, whatever form its token has. */
  of(token: string): readonly PreparedRule<Subject>[] {
    const known = this.byToken.get(token);
    if (known !== undefined) return known;
    const found = this.rules.flatMap(({ prepared, applies }) => (applies(token) ? [prepared] : []));
    this.byToken.set(token, found);
    return found;
  }
}
