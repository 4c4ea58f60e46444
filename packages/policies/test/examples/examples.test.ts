import {
  EXAMPLES_JUDGED_AT,
  type ExampleBag,
  type ExampleResource,
  type ExampleValue,
  examples,
  Moment,
  Reference,
} from "@ringfence/policies/examples";
import type { Rule } from "@ringfence/policies/rule";
import { rules } from "@ringfence/policies/rules";
import { type JudgedResource, judge, unknown, type Verdict } from "@ringfence/policies/testing";

test("every rule has an example, and no example is left of a rule that went", () => {
  expect(Object.keys(examples).sort()).toEqual(rules.map(({ id }) => id).sort());
});

test.each(rules.map((rule) => [rule.id, rule] as const))("the bad example of %s breaks it", async (id, rule) => {
  const outcomes = (await judged(rule, examples[id]?.bad)).map(({ outcome }) => outcome);
  expect(outcomes).toContain("fail");
  expect(outcomes).not.toContain("undetermined");
});

test.each(rules.map((rule) => [rule.id, rule] as const))("the good example of %s keeps it", async (id, rule) => {
  const good = examples[id]?.good ?? [];
  const outcomes = new Set((await judged(rule, good)).map(({ outcome }) => outcome));
  // The way to keep a few rules is to do without the resource that they judge.
  const doesWithout = expectedAbsent.has(id) ? "not-applicable" : "pass";
  expect([...outcomes]).toEqual([doesWithout]);
});

/** Rules that nothing of the type that they judge can keep. */
const expectedAbsent = new Set(["opaque-azure-resource", "no-preview-feature-registrations", "custom-role-inventory"]);

async function judged(rule: Rule, resources: readonly ExampleResource[] = []): Promise<Verdict[]> {
  const verdicts = await judge(rule, {
    resources: resources.map(asJudged),
    now: EXAMPLES_JUDGED_AT,
    ring: examples[rule.id]?.ring ?? "prod",
  });
  const about = new Set(resources.filter(({ type }) => applies(rule, type)).map(({ name }) => name));
  return about.size === 0 ? verdicts : verdicts.filter(({ urn }) => urn === undefined || about.has(last(urn)));
}

function applies(rule: Rule, type: string): boolean {
  return rule.appliesTo.some((one) => one === type || one === "azure-native:*");
}

function last(urn: string): string {
  return urn.slice(urn.lastIndexOf("::") + 2);
}

/** The resource as the engine shows it at a preview: what comes from another resource is unknown, and its source told. */
function asJudged({ type, name, args, answer = {} }: ExampleResource): JudgedResource {
  const props = plain(args) as Record<string, unknown>;
  return {
    type: type.split(":").length === 2 ? `azure-native:${type}` : type,
    name,
    props,
    outputs: merged(props, plain(answer) as Record<string, unknown>),
    propertyDependencies: Object.fromEntries(
      Object.entries(args).map(([property, value]) => [property, sourcesOf(value)]),
    ),
  };
}

function plain(value: ExampleValue): unknown {
  if (value instanceof Reference) return unknown;
  if (value instanceof Moment) return Date.parse(value.date) / 1000;
  if (Array.isArray(value)) return value.map(plain);
  return typeof value === "object"
    ? Object.fromEntries(Object.entries(value as ExampleBag).map(([key, inner]) => [key, plain(inner)]))
    : value;
}

function merged(props: Record<string, unknown>, answer: Record<string, unknown>): Record<string, unknown> {
  const result = { ...props };
  for (const [key, value] of Object.entries(answer)) {
    const own = result[key];
    result[key] = isBag(own) && isBag(value) ? merged(own, value) : value;
  }
  return result;
}

function isBag(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function sourcesOf(value: ExampleValue): string[] {
  if (value instanceof Reference) return [value.resource];
  return typeof value === "object" ? Object.values(value).flatMap((inner: ExampleValue) => sourcesOf(inner)) : [];
}
