import { ringNames } from "@ringfence/core/rings";
import { policiesOf, Session } from "@ringfence/policies/pack";
import { fails, resourceRule } from "@ringfence/policies/rule";
import { rules } from "@ringfence/policies/rules";
import { analyzer, complete, judge } from "@ringfence/policies/testing";

const rule = resourceRule({
  id: "always",
  title: "Nothing is there",
  covers: [],
  requirements: [],
  severity: "low",
  appliesTo: "a:*",
  fix: "Remove it.",
  why: "Because.",
  holds: () => fails("x", "is there"),
});
const resources = [{ type: "a:b:C", name: "one", props: {} }];

test.each([
  ["sandbox", "advisory"],
  ["dev", "advisory"],
  ["test", "mandatory"],
  ["prod", "mandatory"],
] as const)("%s: every policy of every rule is %s", (ring, level) => {
  const environment = { project: undefined, stack: ring, config: {}, folders: [] };
  const policies = policiesOf(rules, new Session({ environment, rules, now: () => new Date() }));
  const inventories = new Set(rules.filter(({ inventory }) => inventory).map(({ id }) => id));
  const judging = policies.filter(({ name }) => !inventories.has(name));
  expect(new Set(judging.map(({ enforcementLevel }) => enforcementLevel))).toEqual(new Set([level]));
});

test.each([
  ["the program's configuration", { "ringfence:preset": "start" }, {}],
  ["the pack's configuration", {}, { preset: "start" }],
])("`start`, from %s, leaves a small rule out even in prod", async (_from, config, settings) => {
  const environment = { project: undefined, stack: "prod", config, folders: [] };
  const policies = policiesOf([rule], new Session({ environment, rules: [rule], now: () => new Date() }));
  const [resource] = complete(resources, "prod");
  const answer = await analyzer(policies, { ringfence: { ...settings, waivers: [] } }).analyze(
    resource as NonNullable<typeof resource>,
  );
  expect(answer.getDiagnosticsList()).toEqual([]);
});

test("levels cover every ring", () => {
  expect(ringNames).toEqual(["sandbox", "dev", "test", "prod"]);
});

test.each([
  ["prod", "dev", "advisory"],
  ["dev", "prod", "mandatory"],
  ["dev", "sandbox", "advisory"],
] as const)("started for %s and configured for %s, a violation is %s", async (stack, ring, level) => {
  const environment = { project: undefined, stack, config: {}, folders: [] };
  const policies = policiesOf([rule], new Session({ environment, rules: [rule], now: () => new Date() }));
  const [resource] = complete(resources, stack);
  const answer = await analyzer(policies, { ringfence: { ring, waivers: [] } }).analyze(
    resource as NonNullable<typeof resource>,
  );
  expect(answer.getDiagnosticsList().map((diagnostic) => diagnostic.getEnforcementlevel())).toEqual([
    level === "mandatory" ? 1 : 0,
  ]);
});

test("all that Pulumi shows of a policy is filled in", () => {
  const environment = { project: undefined, stack: "prod", config: {}, folders: [] };
  for (const policy of policiesOf(rules, new Session({ environment, rules, now: () => new Date() }))) {
    const { name, displayName, description, severity, remediationSteps, url, tags } = policy;
    expect({ name, displayName, description, severity, remediationSteps, tags }).toEqual({
      name: expect.any(String),
      displayName: expect.any(String),
      description: expect.any(String),
      severity: expect.stringMatching(/^(low|medium|high|critical)$/),
      remediationSteps: expect.any(String),
      tags: expect.any(Array),
    });
    expect(url).toMatch(new RegExp(`^https://github.com/ringfence/.*/${name}\\.md$`));
  }
});

test("two rules of one id are refused", () => {
  const session = new Session({
    environment: { project: undefined, stack: undefined, config: {}, folders: [] },
    rules: [],
    now: () => new Date(),
  });
  expect(() => policiesOf([rule, rule], session)).toThrow("These rules share an id: always");
});

test("a rule that breaks says so, at its level, without what it broke on", async () => {
  const broken = resourceRule({
    ...rule,
    id: "broken",
    holds: (resource) => {
      throw new TypeError(resource.at("value").text);
    },
  });
  const [verdict] = await judge(broken, { ring: "prod", resources: [{ type: "a:b:C", props: { value: "hunter2" } }] });
  expect(verdict).toMatchObject({ outcome: "fail", level: "mandatory" });
  expect(verdict?.message).toContain("the rule itself broke on this resource (TypeError)");
  expect(verdict?.message).not.toContain("hunter2");
});
