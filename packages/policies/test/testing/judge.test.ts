import type { ResourceValidationPolicy, StackValidationPolicy } from "@pulumi/policy";
import { isDryRun } from "@pulumi/pulumi/runtime";
import { holds, notApplicable, resourceRule, stackRule, wholeStackRule } from "@ringfence/policies/rule";
import { judge, secret, unknown } from "@ringfence/policies/testing";

const about = { covers: [], requirements: [], severity: "medium", fix: "Set it.", why: "Because." } as const;
const resources = [{ type: "a:b:C", name: "one", props: { value: 1 } }];
const policy: ResourceValidationPolicy = {
  name: "foreign",
  description: "Somebody else's policy",
  enforcementLevel: "mandatory",
  configSchema: { properties: { most: { type: "number", default: 5 }, least: { type: "number" } } },
  validateResource: ({ props, getConfig, type, notApplicable: skip }, report) => {
    if (type !== "a:b:C") skip("not mine");
    const { most, least = 0 } = getConfig<{ most: number; least?: number }>();
    if (props.value > most || props.value < least) report("out of bounds");
  },
};

test("an SDK policy is judged with the defaults of its schema, and with what is configured", async () => {
  expect(await judge(policy, { resources })).toEqual([
    {
      rule: "foreign",
      outcome: "pass",
      urn: "urn:pulumi:judged::judged::a:b:C::one",
      message: "Somebody else's policy",
      severity: "unspecified",
      level: "mandatory",
    },
  ]);
  expect(await judge(policy, { resources, config: { least: 2 } })).toMatchObject([
    { outcome: "fail", message: "Somebody else's policy\nout of bounds" },
  ]);
  expect(await judge(policy, { resources, config: { foreign: { most: 0 } } })).toMatchObject([{ outcome: "fail" }]);
});

test("the SDK's own words for an unknown value are undetermined", async () => {
  const verdicts = await judge(policy, {
    resources: [
      { type: "a:b:C", props: { value: unknown } },
      { type: "x:y:Z", props: {} },
    ],
  });
  expect(verdicts).toMatchObject([
    { outcome: "undetermined", level: "advisory" },
    { outcome: "not-applicable", message: "not mine" },
  ]);
});

test("a policy that throws rejects, as it stops the engine", async () => {
  const throwing: ResourceValidationPolicy = {
    ...policy,
    validateResource: () => {
      throw new Error("broken");
    },
  };
  await expect(judge(throwing, { resources })).rejects.toThrow("broken");
});

test("an SDK stack policy sees outputs, parents and dependencies", async () => {
  const seen: unknown[] = [];
  const stackPolicy: StackValidationPolicy = {
    name: "stack",
    description: "Looks",
    validateStack: ({ resources: all }) => {
      seen.push(
        ...all.map(({ name, props, parent, dependencies, propertyDependencies, opts }) => ({
          name,
          props: { ...props },
          parent: parent?.name,
          needs: dependencies.map((one) => one.name),
          from: Object.fromEntries(
            Object.entries(propertyDependencies).map(([key, list]) => [key, list.map((one) => one.name)]),
          ),
          protect: opts.protect,
        })),
      );
    },
  };
  const verdicts = await judge(stackPolicy, {
    resources: [
      { type: "a:b:P", name: "p", props: { x: secret("s") }, outputs: { y: secret("t") }, protect: true },
      {
        type: "a:b:C",
        name: "c",
        props: { z: 1 },
        parent: "p",
        dependencies: ["p"],
        propertyDependencies: { z: ["p"] },
      },
    ],
  });
  expect(verdicts).toMatchObject([{ rule: "stack", outcome: "pass" }]);
  expect(seen).toEqual([
    { name: "p", props: { y: "t" }, parent: undefined, needs: [], from: {}, protect: true },
    { name: "c", props: { z: 1 }, parent: "p", needs: ["p"], from: { z: ["p"] }, protect: false },
  ]);
});

test("our stack rules read outputs first and what the program said where those are silent", async () => {
  const rule = stackRule({
    ...about,
    id: "both",
    title: "Both agree",
    appliesTo: "a:*",
    holds: (resource) =>
      resource.at("a").text === "out" &&
      resource.at("b").text === "in" &&
      resource.at("c").text === "in" &&
      resource.output("b").isAbsent
        ? holds
        : notApplicable("no"),
  });
  const read: (string | undefined)[] = [];
  const probe = stackRule({
    ...rule,
    id: "probe",
    holds: (resource) => {
      read.push(...["a", "b", "c", "d"].map((key) => resource.at(key).text), resource.output("b").text);
      return holds;
    },
  });
  await judge([probe], {
    resources: [
      {
        type: "a:b:C",
        props: { a: "in", b: "in", c: "in", d: unknown },
        outputs: { a: "out", c: unknown, d: unknown },
      },
    ],
  });
  expect(read).toEqual(["out", "in", "in", undefined, undefined]);
});

test("a rule about the whole stack gives one verdict without a resource", async () => {
  const rule = wholeStackRule({
    ...about,
    id: "whole",
    title: "There are resources",
    stackHolds: ({ stack }) => (stack.resources.length > 0 ? holds : notApplicable("empty")),
  });
  expect(await judge(rule, { resources })).toEqual([
    { rule: "whole", outcome: "pass", message: "There are resources", severity: "medium", level: "mandatory" },
  ]);
  expect(await judge(rule, { resources: [] })).toMatchObject([{ outcome: "not-applicable", message: "empty" }]);
});

test("stack rules pass resource by resource, and are not applicable where there is none", async () => {
  const rule = stackRule({
    ...about,
    id: "each",
    title: "Each has x",
    appliesTo: "a:b:C",
    holds: (resource) => resource.at("x").exists(),
  });
  const verdicts = await judge(rule, {
    resources: [
      { type: "a:b:C", props: { x: 1 } },
      { type: "a:b:C", props: {} },
      { type: "a:b:D", props: {} },
    ],
  });
  expect(verdicts.map(({ outcome, urn }) => [outcome, urn?.split("::").at(-1)])).toEqual([
    ["fail", "resource-2"],
    ["pass", "resource-1"],
  ]);
  expect(await judge(rule, { resources: [] })).toMatchObject([{ outcome: "not-applicable" }]);
});

test("preview and update: Pulumi's runtime says which", async () => {
  const heard: boolean[] = [];
  const rule = resourceRule({
    ...about,
    id: "mode",
    title: "Listens",
    appliesTo: "a:*",
    holds: () => {
      heard.push(isDryRun());
      return holds;
    },
  });
  for (const mode of ["preview", "up"] as const) await judge(rule, { resources, mode });
  expect(heard).toEqual([true, false]);
});

test("the clock is the test's", async () => {
  const heard: string[] = [];
  const rule = resourceRule({
    ...about,
    id: "clock",
    title: "Listens",
    appliesTo: "a:*",
    holds: (_, { now }) => {
      heard.push(now.toISOString());
      return holds;
    },
  });
  for (const now of ["2030-01-01T00:00:00Z", new Date(0), 1000]) await judge(rule, { resources, now });
  expect(heard).toEqual(["2030-01-01T00:00:00.000Z", "1970-01-01T00:00:00.000Z", "1970-01-01T00:00:01.000Z"]);
});
