import { typeFilter } from "@ringfence/policies/azure-types";
import {
  EXAMPLES_JUDGED_AT,
  type ExampleBag,
  type ExampleResource,
  type ExampleValue,
  examples,
  Moment,
  Reference,
  tokenOf,
} from "@ringfence/policies/examples";
import { isWholeStack, type Rule } from "@ringfence/policies/rule";
import { type JudgedResource, judge, unknown, type Verdict } from "@ringfence/policies/testing";

/** What a rule about the whole stack finds fault with. */
const theStack: JudgedResource = { type: "pulumi:pulumi:Stack", name: "claims-prod", props: {} };

/** What a rule says of the resources of an example that it applies to, by default settings. */
export async function judgeExample(
  rule: Rule,
  resources: readonly ExampleResource[] = [],
  waivers?: readonly unknown[],
): Promise<Verdict[]> {
  const verdicts = await judge(rule, {
    resources: [...resources.map(asJudged), ...(isWholeStack(rule) ? [theStack] : [])],
    waivers,
    now: EXAMPLES_JUDGED_AT,
    ring: examples[rule.id]?.ring ?? "prod",
  });
  const applies = typeFilter(rule.appliesTo);
  const about = new Set(resources.filter((one) => applies(tokenOf(one))).map(({ name }) => name));
  return about.size === 0 ? verdicts : verdicts.filter(({ urn }) => urn === undefined || about.has(last(urn)));
}

function last(urn: string): string {
  return urn.slice(urn.lastIndexOf("::") + 2);
}

/** The resource as the engine shows it at a preview: what comes from another resource is unknown, and its source told. */
function asJudged(resource: ExampleResource): JudgedResource {
  const { name, args, answer = {} } = resource;
  const props = plain(args) as Record<string, unknown>;
  return {
    type: tokenOf(resource),
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
