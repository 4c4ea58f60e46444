import { judgeStack } from "@ringfence/policies/judge";
import { aiAccount, rules } from "@ringfence/policies/rules";
import { complete, type JudgedResource, judge, secret, unknown, type Verdict } from "@ringfence/policies/testing";
import fc from "fast-check";
import { bags } from "../rules/random-bags";
import { seeds, texts } from "./seeds";

jest.setTimeout(120_000);

const NOW = "2026-11-21T12:00:00Z";

/** What the analyser says of rules that are for other types; the direct judge leaves it out. */
const OTHER_TYPES = /^Policy only applies to resources of type /;

interface Circumstances {
  ring?: "dev" | "prod";
  waivers?: readonly unknown[];
  config?: Record<string, Record<string, unknown>>;
}

/** What both judges say of the same, each in an order of its own. */
async function bothJudge(given: typeof rules, resources: readonly JudgedResource[], about: Circumstances = {}) {
  const analysed = await judge(given, { resources, now: NOW, ...about });
  const direct = judgeStack(given, {
    ...about,
    resources: complete(resources, about.ring ?? "judged"),
    now: new Date(NOW),
  });
  return { analysed: ordered(analysed.filter(({ message }) => !OTHER_TYPES.test(message))), direct: ordered(direct) };
}

function ordered(verdicts: readonly Verdict[]): Verdict[] {
  const keyOf = ({ rule, urn = "", outcome, message }: Verdict) => [rule, urn, outcome, message].join("\n");
  return verdicts.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

/** Tokens of every type that a rule is for, some of them in other forms, and of one that no rule is for. */
const selectors = [...new Set(rules.flatMap(({ appliesTo }) => appliesTo))].filter((type) => !type.endsWith("*"));
const tokens = selectors
  .flatMap((type) => {
    const [module, name, more] = type.split(":");
    return more === undefined ? [`azure-native:${type}`, `azure-native:${module}/v20240101:${name}`] : [type];
  })
  .concat("aws:s3/bucket:Bucket");

/** Stand for secrets until a bag is finished, so that nothing random gets into their signatures. */
const sealed: Record<string, unknown> = {
  "sealed text": secret("Disabled"),
  "sealed unknown": secret({ value: [unknown] }),
};
const bag = bags(seeds, [...texts, unknown, ...Object.keys(sealed)]).map((props) => withSecrets(props) as typeof props);

function withSecrets(value: unknown): unknown {
  if (typeof value === "string") return Object.hasOwn(sealed, value) ? sealed[value] : value;
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(withSecrets);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withSecrets(inner)]));
}

const names = ["one", "two", "three", "four", "five", "six", "seven", "eight"];
const root: JudgedResource = { type: "pulumi:pulumi:Stack", name: "root", props: {} };

/** Stacks of one resource of each of these types. */
function stacks(types: readonly string[]): fc.Arbitrary<JudgedResource[]> {
  return fc.tuple(...types.map((type, index) => resource(type, names[index] ?? ""))).map((all) => [root, ...all]);
}

function resource(type: string, name: string): fc.Arbitrary<JudgedResource> {
  return fc.record(
    {
      type: fc.constant(type),
      name: fc.constant(name),
      props: bag,
      outputs: bag,
      parent: fc.constantFrom(...names, "nobody"),
      propertyDependencies: fc.dictionary(
        fc.constantFrom("resourceGroupName", "accountName", "scopes", "resourceUri", "vaultName"),
        fc.uniqueArray(fc.constantFrom(...names, "nobody"), { maxLength: 2 }),
        { maxKeys: 2 },
      ),
    },
    { requiredKeys: ["type", "name", "props"] },
  );
}

const waiver = {
  rule: "required-tags",
  type: "*",
  name: "t*",
  owner: "claims@contoso.example",
  reason: "until the vendor can",
  expires: "2026-12-01",
};

test("every rule of the library says of random stacks what it says through the SDK's Analyze", async () => {
  const seen = new Set<string>();
  const ring = fc.constantFrom("dev", "prod", undefined);
  const waivers = fc.constantFrom(undefined, [waiver], [waiver, { ...waiver, expires: "2026-11-01" }, { rule: "?" }]);
  for (let at = 0; at < tokens.length; at += names.length)
    await fc.assert(
      fc.asyncProperty(
        stacks(tokens.slice(at, at + names.length)),
        ring,
        waivers,
        async (resources, ringName, list) => {
          const { analysed, direct } = await bothJudge(rules, resources, {
            ...(ringName && { ring: ringName }),
            ...(list && { waivers: list }),
          });
          expect(direct).toEqual(analysed);
          for (const { rule, outcome } of direct) seen.add(outcome).add(rule);
        },
      ),
      { numRuns: 2 },
    );
  const outcomes = ["pass", "fail", "waived", "undetermined", "not-applicable"];
  const missed = [...outcomes, ...rules.map(({ id }) => id)].filter((each) => !seen.has(each));
  expect(missed).toEqual([]);
});

test("an exported stack's secrets are not known, encrypted or not, and names come from URNs", () => {
  const signed = { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270" };
  const type = "azure-native:cognitiveservices:Account";
  const judged = (disableLocalAuth: unknown) => {
    const resource = { type, urn: `urn:pulumi:prod::claims::${type}::ai`, props: { properties: { disableLocalAuth } } };
    const verdicts = judgeStack([aiAccount.localAuthentication], { resources: [resource], now: new Date(NOW) });
    return verdicts.map(({ outcome, urn, path }) => [outcome, urn?.split("::").at(-1), path]);
  };
  const open = [["undetermined", "ai", "properties.disableLocalAuth"]];
  expect(judged({ ...signed, ciphertext: "v1:AAAA" })).toEqual(open);
  expect(judged({ ...signed, plaintext: "true" })).toEqual(open);
  expect(judged({ ...signed, value: true })).toEqual([["pass", "ai", undefined]]);
  expect(judged({ ...signed, value: false })).toEqual([["fail", "ai", "properties.disableLocalAuth"]]);
});

test("files and archives are what the SDK makes of them", async () => {
  const signature = "4dabf18193072939515e22adb298388d";
  const file = { [signature]: "c44067f5952c0a294b673a41bacd8c17", path: "/tmp/a" };
  const archive = { [signature]: "0def7320c3a5731c473e5ecbe6d01bc7", assets: { a: { ...file, path: "", text: "b" } } };
  const properties = { kind: file, location: archive, tags: archive, properties: { disableLocalAuth: file } };
  const resource = { type: "azure-native:cognitiveservices:Account", name: "ai", props: properties };
  const { analysed, direct } = await bothJudge(rules, [resource]);
  expect(direct).toEqual(analysed);
});
