import type { Rule } from "@ringfence/policies/rule";
import * as modelDeployment from "@ringfence/policies/rules/model-deployment";
import { type JudgedResource, judge, unknown } from "@ringfence/policies/testing";
import { prove } from "../prove";

const DEPLOYMENT = "cognitiveservices:Deployment";
type Bag = Record<string, unknown>;
const shields = ["Jailbreak", "Indirect Attack"].map((name) => ({
  name,
  source: "Prompt",
  enabled: true,
  blocking: true,
}));
const filter = (name: string, props: Bag, contentFilters: unknown = shields): JudgedResource => ({
  type: "azure-native:cognitiveservices:RaiPolicy",
  name,
  props: { accountName: "ai", properties: { contentFilters }, ...props },
  outputs: { properties: { contentFilters } },
});
const named = (raiPolicyName: unknown, accountName: unknown = "ai") => ({
  props: { accountName, properties: { raiPolicyName } },
  outputs: { properties: { raiPolicyName } },
});
const FILTER = "properties.raiPolicyName";
const filters = [
  filter("by-name", { raiPolicyName: "Strict" }),
  filter("own-name", {}),
  filter("weak", {}, shields.slice(0, 1)),
];

prove({
  rule: modelDeployment.contentFilterResolves,
  type: DEPLOYMENT,
  beside: filters,
  good: [
    named("own-name"),
    named("weak", unknown),
    { props: { properties: { raiPolicyName: "strict" } } },
    named("strict", "AI"),
  ],
  bad: [
    { ...named("missing"), at: [FILTER] },
    { ...named("by-name"), at: [FILTER] },
    { ...named("strict", "another"), at: [FILTER] },
    { ...named("Microsoft.DefaultV2"), at: [FILTER] },
    { props: { accountName: "ai", properties: {} }, at: [FILTER] },
  ],
  empty: "fail",
  unknown: [{ ...named(unknown), at: FILTER }],
});

prove({
  rule: modelDeployment.contentFilterStrength,
  type: DEPLOYMENT,
  beside: [...filters, filter("open", {}, [unknown])],
  good: [named("strict")],
  bad: [
    { ...named("weak"), at: [FILTER] },
    { ...named("missing"), at: [FILTER] },
    { ...named(null), at: [FILTER] },
  ],
  empty: "fail",
  unknown: [
    { ...named(unknown), at: FILTER },
    { ...named("open"), at: "open.properties.contentFilters[0]" },
  ],
});

const judged = async (rule: Rule, resources: JudgedResource[], config?: Bag) =>
  (await judge(rule, { resources, config, ring: "prod" })).find(({ urn }) => urn?.endsWith("::judged"));
const deployment = (props: Bag, more: Partial<JudgedResource> = {}): JudgedResource => ({
  type: `azure-native:${DEPLOYMENT}`,
  name: "judged",
  props,
  ...more,
});

test("a filter is found by what its name was made from, while both names are unknown", async () => {
  const account = { type: "azure-native:cognitiveservices:Account", name: "account", props: {} };
  const weak = filter("weak", { accountName: unknown, raiPolicyName: unknown }, []);
  const made = deployment(
    { accountName: unknown, properties: { raiPolicyName: unknown } },
    { propertyDependencies: { accountName: ["account"], properties: ["weak"] } },
  );
  const from = { ...weak, propertyDependencies: { accountName: ["account"] } };
  expect((await judged(modelDeployment.contentFilterResolves, [account, from, made]))?.outcome).toBe("pass");
  expect((await judged(modelDeployment.contentFilterStrength, [account, from, made]))?.outcome).toBe("fail");
});

test.each([
  ["that says no name", {}, "pass"],
  ["of that name", { raiPolicyName: "CUSTOM" }, "pass"],
  ["of another name", { raiPolicyName: "other" }, "fail"],
  ["of another account", { accountName: "another" }, "fail"],
])("a filter %s, from which the properties were made: %s", async (_what, given, outcome) => {
  const made = deployment(named("custom").props, { propertyDependencies: { properties: ["rai"] } });
  const verdict = await judged(modelDeployment.contentFilterResolves, [filter("rai", given), made]);
  expect(verdict?.outcome).toBe(outcome);
});

test("a filter of another stack is named in the configuration", async () => {
  const resources = [deployment(named("platform").props)];
  const config = { filtersElsewhere: ["Platform"] };
  expect((await judged(modelDeployment.contentFilterResolves, resources))?.outcome).toBe("fail");
  expect((await judged(modelDeployment.contentFilterResolves, resources, config))?.outcome).toBe("pass");
});

const chat = { name: "gpt-5.4", version: "2026-03-05" };
const runs = (sku: unknown, model: unknown = chat, more: Bag = {}) => ({
  accountName: "ai",
  sku: { name: sku },
  properties: { model, ...more },
});
const twin = (props: Bag, name = "twin"): JudgedResource => ({ ...deployment(props), name });

prove({
  rule: modelDeployment.payAsYouGoTwin,
  type: DEPLOYMENT,
  beside: [
    twin(runs("GlobalStandard")),
    twin(runs("GlobalBatch", { name: "o3" }), "batch"),
    twin({ ...runs("Standard", { name: "o3" }), accountName: "another" }, "another"),
  ],
  good: [
    { props: runs("Standard", { name: "o3" }) },
    { props: { sku: { name: "ProvisionedManaged" }, properties: { model: { name: "o3" } } } },
    { props: runs("globalProvisionedManaged", { name: "GPT-5.4" }) },
  ],
  bad: [
    { props: runs("ProvisionedManaged", { name: "o3" }), at: [undefined] },
    { props: runs("DataZoneProvisionedManaged", {}), at: [undefined] },
  ],
  empty: "pass",
  unknown: [
    { props: runs(unknown), at: "sku.name" },
    { props: runs("ProvisionedManaged", { name: unknown }), at: "properties.model.name" },
  ],
});

const SPILLOVER = "properties.spilloverDeploymentName";
const into = (target: unknown, model: unknown = chat) => ({
  props: runs("ProvisionedManaged", model, { spilloverDeploymentName: target }),
});

prove({
  rule: modelDeployment.spilloverTarget,
  type: DEPLOYMENT,
  beside: [
    twin({ ...runs("Standard"), deploymentName: "Spill" }),
    twin(runs("ProvisionedManaged"), "full"),
    twin(runs("Standard", { ...chat, version: "2" }), "newer"),
    twin(runs(unknown), "open"),
    twin({ ...runs("Standard"), accountName: "another" }, "another"),
  ],
  good: [into(undefined), into("spill", { name: "gpt-5.4" }), into("spill")],
  bad: [
    { ...into("missing"), at: [SPILLOVER] },
    { ...into("judged"), at: [SPILLOVER] },
    { ...into("full"), at: [SPILLOVER] },
    { ...into("another"), at: [SPILLOVER] },
    { ...into("newer"), at: [SPILLOVER] },
    { ...into("spill", { name: "o3" }), at: [SPILLOVER] },
  ],
  empty: "pass",
  unknown: [
    { ...into(unknown), at: SPILLOVER },
    { ...into("spill", { ...chat, version: unknown }), at: "properties.model.version" },
    { ...into("open"), at: "sku.name" },
  ],
});

const account: JudgedResource = {
  type: "azure-native:cognitiveservices:Account",
  name: "account",
  props: { accountName: "ai", location: "Sweden Central", tags: { dataSensitivity: "restricted" } },
};
const tagged = (sku: unknown, dataSensitivity: unknown) => ({ ...runs(sku), tags: { dataSensitivity } });

prove({
  rule: modelDeployment.processingRegion,
  type: DEPLOYMENT,
  beside: [account],
  good: [
    { props: tagged("GlobalStandard", "internal") },
    { props: { ...runs("GlobalStandard"), accountName: "another" } },
    { props: tagged("DataZoneStandard", "Confidential") },
    { props: runs("Standard") },
  ],
  bad: [
    { props: tagged("DataZoneStandard", "restricted"), at: ["sku.name"] },
    { props: runs("DataZoneStandard"), at: ["sku.name"] },
    { props: tagged("GlobalStandard", "confidential"), at: ["sku.name"] },
    { props: { accountName: "ai" }, at: ["sku.name"] },
  ],
  empty: "pass",
  unknown: [
    { props: tagged(unknown, "restricted"), at: "sku.name" },
    { props: tagged("Standard", unknown), at: "tags.dataSensitivity" },
  ],
});

test("the regions that may see sensitive data are configured", async () => {
  const outcome = async (allowedLocations: string[], props: Bag = runs("Standard"), place = account) =>
    (await judged(modelDeployment.processingRegion, [place, deployment(props)], { allowedLocations }))?.outcome;
  expect(await outcome(["swedencentral"])).toBe("pass");
  expect(await outcome(["westeurope"])).toBe("fail");
  expect(await outcome(["westeurope"], tagged("Standard", "public"))).toBe("pass");
  expect(
    await outcome(["westeurope"], runs("Standard"), { ...account, props: { ...account.props, location: unknown } }),
  ).toBe("undetermined");
});
