import { examples } from "@ringfence/policies/examples";
import { rules } from "@ringfence/policies/rules";
import { judgeExample } from "./judge-example";

test("every rule has an example, and no example is left of a rule that went", () => {
  expect(Object.keys(examples).sort()).toEqual(rules.map(({ id }) => id).sort());
});

test.each(rules.map((rule) => [rule.id, rule] as const))("the bad example of %s breaks it", async (id, rule) => {
  const outcomes = (await judgeExample(rule, examples[id]?.bad)).map(({ outcome }) => outcome);
  expect(outcomes).toContain("fail");
  expect(outcomes).not.toContain("undetermined");
});

test.each(rules.map((rule) => [rule.id, rule] as const))("the good example of %s keeps it", async (id, rule) => {
  const outcomes = new Set((await judgeExample(rule, examples[id]?.good)).map(({ outcome }) => outcome));
  // The way to keep a few rules is to do without the resource that they judge.
  const doesWithout = expectedAbsent.has(id) ? "not-applicable" : "pass";
  expect([...outcomes]).toEqual([doesWithout]);
});

/** Rules that nothing of the type that they judge can keep. */
const expectedAbsent = new Set(["opaque-azure-resource", "no-preview-feature-registrations", "custom-role-inventory"]);
