import type { Problem } from "@ringfence/core/problems";
import type { RingName } from "@ringfence/core/rings";
import {
  covers,
  holdsIn,
  type ReviewedWaiver,
  reviewWaivers,
  selects,
  type WaivableRule,
  type Waiver,
} from "@ringfence/core/waivers";
import type { Resource } from "../rule";

/** What the waivers say of one finding. */
export type WaiverAnswer =
  /** It is waived. */
  | { readonly waiver: Waiver }
  /** A waiver was meant for it but does not hold, for this reason. */
  | { readonly waiver: undefined; readonly refused?: string };

/** The waivers of one run: which hold, and which were of use. */
export class WaiverBook {
  readonly problems: readonly Problem[];
  private readonly held: readonly Waiver[];
  private readonly refused: readonly ReviewedWaiver[];
  private readonly used = new Set<Waiver>();

  constructor(
    file: unknown,
    rules: readonly WaivableRule[],
    private readonly ring: RingName,
    now: Date,
    fileProblems: readonly Problem[] = [],
    isRuleElsewhere: (id: string) => boolean = () => true,
  ) {
    const review = reviewWaivers(file, rules, now);
    const known = new Set(rules.map(({ id }) => id));
    const mine = review.waivers.filter(({ waiver }) => waiver === undefined || known.has(waiver.rule));
    const strays = review.waivers.flatMap(({ waiver, path }) =>
      waiver === undefined || known.has(waiver.rule) || isRuleElsewhere(waiver.rule)
        ? []
        : [{ path: `${path}.rule`, problem: "no rule has this id" }],
    );
    this.held = mine.flatMap(({ waiver, problems }) => (waiver !== undefined && problems.length === 0 ? [waiver] : []));
    this.refused = mine.filter(({ problems }) => problems.length > 0);
    this.problems = [
      ...fileProblems,
      ...review.problems,
      ...this.refused.flatMap(({ problems }) => problems),
      ...strays,
    ];
  }

  /** Whether a finding is waived; a waiver that answers counts as used. */
  ask(rule: string, resource: Pick<Resource, "urn" | "name" | "token" | "azure">): WaiverAnswer {
    if (this.held.length === 0 && this.refused.length === 0) return { waiver: undefined };
    const target = { rule, urn: resource.urn, name: resource.name, types: typesOf(resource), ring: this.ring };
    const waiver = this.held.find((candidate) => covers(candidate, target));
    if (waiver !== undefined) {
      this.used.add(waiver);
      return { waiver };
    }
    const meant = this.refused.find((candidate) => candidate.waiver !== undefined && covers(candidate.waiver, target));
    return { waiver: undefined, refused: meant?.problems.map(({ path, problem }) => `${path} ${problem}`).join("; ") };
  }

  /** The waivers for this ring that no resource of the stack fits, and those whose rule found nothing to waive. */
  idle(resources: readonly Pick<Resource, "urn" | "name" | "token" | "azure">[]): {
    unmatched: Waiver[];
    unused: Waiver[];
  } {
    const waiting = this.held.filter((waiver) => holdsIn(waiver, this.ring) && !this.used.has(waiver));
    const matched = (waiver: Waiver) =>
      resources.some((resource) =>
        selects(waiver, { urn: resource.urn, name: resource.name, types: typesOf(resource) }),
      );
    return { unmatched: waiting.filter((waiver) => !matched(waiver)), unused: waiting.filter(matched) };
  }
}

function typesOf({ token, azure }: Pick<Resource, "token" | "azure">): string[] {
  return azure === undefined ? [token] : [token, azure.type];
}
