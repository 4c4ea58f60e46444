import type { RingName } from "@ringfence/core/rings";
import { isWholeStack, type Rule } from "@ringfence/policies/rule";
import { type JudgedResource, judge, secret, unknown, type Verdict } from "@ringfence/policies/testing";
import fc from "fast-check";
import { bags } from "./random-bags";
import { PLANTED, sweep } from "./sweep";

export const NOW = "2026-11-21T12:00:00Z";
/** Now, and days from it, in seconds since 1970. */
export const days = (count: number) => Date.parse(NOW) / 1000 + count * 86_400;

type Bag = Readonly<Record<string, unknown>>;

/** A bag that breaks the rule, and where; outputs where the rule looks at them. */
export interface Bad {
  props: Bag;
  outputs?: Bag;
  /** The paths of the findings, in order; undefined for one about the resource as a whole. */
  at: readonly (string | undefined)[];
}

/** What a rule's tests are made from. */
export interface Proof {
  rule: Rule;
  /** `module:Name`, or another package's whole token. */
  type: string;
  /** Bags that keep the rule; the last one stands for all others. */
  good: readonly { props: Bag; outputs?: Bag }[];
  bad: readonly Bad[];
  /** What an empty bag comes to. */
  empty: "pass" | "fail" | "undetermined" | "not-applicable";
  /** Bags with something unknown, and the path that is named; none where only resources beside it can be unknown. */
  unknown: readonly { props: Bag; outputs?: Bag; at: string }[];
  /** Other resources of the stack. */
  beside?: readonly JudgedResource[];
  ring?: RingName;
  /** Whether other forms of the token mean something else to this rule. */
  tokenMatters?: boolean;
}

const EXCEPTION = {
  owner: "claims@contoso.example",
  reason: "until the vendor can",
  riskAssessment: "none",
  rollbackPath: "none",
};

/** Every form that the token of a type may have. */
function forms(type: string): string[] {
  const [module, name] = type.split(":");
  return [
    `azure-native:${type}`,
    `azure-native:${module}/v20240101:${name}`,
    `azure-native_${module}_v20240101:${module}:${name}`,
    `azure-native_${module}_v20240101:${module}/v20240101:${name}`,
  ];
}

/** Proves a rule through the SDK's own Analyze: pass, fail, absent, unknown, secret, tokens, waivers, random bags. */
export function prove(proof: Proof): void {
  const { rule, beside = [], ring = "prod" } = proof;
  const token = proof.type.split(":").length === 2 ? `azure-native:${proof.type}` : proof.type;
  const judged = async (resource: { props: Bag; outputs?: Bag }, type = token, waivers?: unknown[]) => {
    const resources = [{ type, name: "judged", ...resource }, ...beside];
    const verdicts = await judge(rule, { resources, now: NOW, ring, waivers });
    return verdicts.filter(({ rule: id, urn }) => id === rule.id && (urn === undefined || urn.endsWith("::judged")));
  };
  const outcomes = (verdicts: Verdict[]) => verdicts.map(({ outcome }) => outcome);
  const [good] = proof.good.slice(-1);
  const [bad] = proof.bad;
  if (good === undefined || bad === undefined) throw new Error(`${rule.id} needs a good and a bad bag`);

  describe(rule.id, () => {
    test.each(proof.good.map((bag, index) => [index, bag] as const))(
      "passes good bag %i, evaluated and not merely silent",
      async (_, bag) => {
        expect(outcomes(await judged(bag))).toEqual(["pass"]);
      },
    );

    test.each(proof.bad.map((bag, index) => [index, bag] as const))(
      "fails bad bag %i where it is bad, with the fix and the link",
      async (_, bag) => {
        const verdicts = await judged(bag);
        expect(outcomes(verdicts)).toEqual(bag.at.map(() => "fail"));
        expect(verdicts.map(({ path }) => path)).toEqual(bag.at);
        for (const { message, severity, level } of verdicts) {
          expect(message.split("\n")).toHaveLength(2);
          expect(message).toMatch(new RegExp(`Fix: .+ https://github\\.com/\\S+/${rule.id}\\.md$`));
          expect({ severity, level }).toEqual({
            severity: rule.severity,
            level: rule.inventory ? "advisory" : "mandatory",
          });
        }
      },
    );

    test(`an empty bag: ${proof.empty}`, async () => {
      expect(new Set(outcomes(await judged({ props: {} })))).toEqual(new Set([proof.empty]));
    });

    if (proof.unknown.length > 0)
      test.each(proof.unknown.map((bag, index) => [index, bag] as const))(
        "unknown bag %i is undetermined, advisory, and names the path",
        async (_, bag) => {
          const verdicts = await judged(bag);
          expect(verdicts.map(({ outcome, level, path }) => ({ outcome, level, path }))).toEqual([
            { outcome: "undetermined", level: "advisory", path: bag.at },
          ]);
        },
      );

    test("secrets are judged like plain values, and never told", async () => {
      const kept = { props: withSecrets(good.props), outputs: good.outputs && withSecrets(good.outputs) };
      const broken = { props: withSecrets(bad.props), outputs: bad.outputs && withSecrets(bad.outputs) };
      expect(outcomes(await judged(kept))).toEqual(["pass"]);
      expect((await judged(broken)).map(({ path }) => path)).toEqual(bad.at);
    });

    test("every form of the token is the same type", async () => {
      if (proof.tokenMatters || proof.type.split(":").length !== 2) return;
      for (const form of forms(proof.type)) {
        expect([form, outcomes(await judged(bad, form))]).toEqual([form, bad.at.map(() => "fail")]);
        expect([form, outcomes(await judged(good, form))]).toEqual([form, ["pass"]]);
      }
    });

    test("another provider's resource is not applicable", async () => {
      const verdicts = await judge(rule, {
        resources: [{ type: "aws:s3/bucket:Bucket", props: bad.props }],
        now: NOW,
        ring,
      });
      expect(outcomes(verdicts)).toEqual(["not-applicable"]);
    });

    test("a waiver leaves the violation visible; an expired one does not hold", async () => {
      const waiver = { ...EXCEPTION, rule: rule.id, type: "*", name: "judged" };
      const waived = await judged(bad, token, [{ ...waiver, expires: "2026-12-01" }]);
      expect(waived.map(({ outcome, level, path }) => ({ outcome, level, path }))).toEqual(
        bad.at.map((path) => ({ outcome: "waived", level: "advisory", path })),
      );
      expect(waived[0]?.message).toContain("until 2026-12-01 by claims@contoso.example");
      const expired = await judged(bad, token, [{ ...waiver, expires: "2026-11-20" }]);
      expect(outcomes(expired)).toEqual(bad.at.map(() => "fail"));
      expect(expired[0]?.message).toContain("expired");
    });

    const seeds = [...proof.good, ...proof.bad, ...proof.unknown].flatMap(({ props, outputs = {} }) => [
      props,
      outputs,
    ]);
    survivesRandomBags(rule, token, seeds);
  });
  if (isWholeStack(rule)) throw new Error("A rule about the whole stack needs tests of its own");
}

/** Has a rule judge a thousand bags near these, some of them hostile. */
export function survivesRandomBags(rule: Rule, token: string, seeds: readonly Bag[]): void {
  test(`1,000 random bags under ${rule.id}: no crash, and no value is told`, async () => {
    const analyze = sweep(rule, token, NOW);
    await fc.assert(
      fc.asyncProperty(bags(seeds, [PLANTED, unknown]), async (props) => {
        const told = await analyze(props);
        expect(told).not.toContain(PLANTED);
        expect(told).not.toContain("the rule itself broke");
      }),
      { numRuns: 1_000 },
    );
  });
}

/** The same bag with every value below the top marked secret. */
function withSecrets(bag: Bag): Bag {
  return Object.fromEntries(Object.entries(bag).map(([key, value]) => [key, secret(deep(value))]));
}

function deep(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(deep);
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, deep(inner)]));
  return secret(value);
}
