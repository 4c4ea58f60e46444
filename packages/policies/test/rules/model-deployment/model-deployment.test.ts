import type { DeploymentArgs } from "@pulumi/azure-native/cognitiveservices";
import * as modelDeployment from "@ringfence/policies/rules/model-deployment";
import { judge, unknown } from "@ringfence/policies/testing";
import { prove } from "../prove";

const DEPLOYMENT = "cognitiveservices:Deployment";
const model = (given: unknown) => ({ properties: { model: given } });
const sku = (name: unknown, more: Record<string, unknown> = {}) => ({ sku: { name }, ...more });
const holding = (dataSensitivity: unknown, name?: unknown) => ({
  tags: { dataSensitivity },
  ...(name !== undefined && sku(name)),
});
/** A bag that azure-native's own types accept. */
const typed = (given: Omit<DeploymentArgs, "accountName" | "resourceGroupName">) => given as Record<string, unknown>;
const NAME = "properties.model.name";

prove({
  rule: modelDeployment.allowedModels,
  type: DEPLOYMENT,
  good: [
    { props: model({ format: "Cohere", name: "anything" }) },
    { props: model({ format: unknown, name: "gpt-5.4" }) },
    { props: typed({ properties: { model: { format: "OpenAI", name: "GPT-5.4" } } }) },
  ],
  bad: [
    { props: model({ format: "openai", name: "gpt-4o" }), at: [NAME] },
    { props: model({ name: "gpt-4o" }), at: [NAME] },
    { props: model({ format: "OpenAI" }), at: [NAME] },
  ],
  empty: "fail",
  unknown: [
    { props: model({ format: "OpenAI", name: unknown }), at: NAME },
    { props: model({ format: unknown, name: "gpt-4o" }), at: "properties.model.format" },
  ],
});

prove({
  rule: modelDeployment.allowedPublishers,
  type: DEPLOYMENT,
  good: [
    { props: model({ format: "OpenAI" }) },
    { props: model({ publisher: "microsoft", format: "Other" }) },
    { props: typed({ properties: { model: { format: "OpenAI", name: "gpt-5.4", publisher: "OpenAI" } } }) },
  ],
  bad: [
    { props: model({ format: "DeepSeek", name: "DeepSeek-R1" }), at: ["properties.model.format"] },
    { props: model({ publisher: "xAI", format: "OpenAI" }), at: ["properties.model.publisher"] },
    { props: model({ name: "gpt-5.4" }), at: ["properties.model.format"] },
    { props: model({ format: "Meta", source: "azureml://registries/ours/models/m" }), at: ["properties.model.format"] },
  ],
  empty: "fail",
  unknown: [{ props: model({ publisher: unknown }), at: "properties.model.publisher" }],
});

prove({
  rule: modelDeployment.dataResidency,
  type: DEPLOYMENT,
  good: [
    { props: holding("confidential", "datazonestandard") },
    { props: holding("restricted", "ProvisionedManaged") },
    { props: holding("public", "GlobalStandard") },
    { props: sku("GlobalStandard") },
    { props: holding(unknown, "Standard") },
    { props: typed({ sku: { name: "DataZoneStandard" }, tags: { dataSensitivity: "confidential" } }) },
  ],
  bad: [
    { props: holding("confidential", "GlobalStandard"), at: ["sku.name"] },
    { props: holding("Confidential", "GlobalProvisionedManaged"), at: ["sku.name"] },
    { props: holding("restricted", "GlobalBatch"), at: ["sku.name"] },
    { props: { sku: { name: "GlobalStandard" }, tags: { DATASENSITIVITY: "confidential" } }, at: ["sku.name"] },
    { props: holding("confidential"), at: ["sku.name"] },
    { props: holding("confidential", "DeveloperTier"), at: ["sku.name"] },
  ],
  empty: "pass",
  unknown: [
    { props: holding("confidential", unknown), at: "sku.name" },
    { props: holding(unknown, "GlobalStandard"), at: "tags.dataSensitivity" },
    { props: { sku: { name: "GlobalStandard" }, tags: unknown }, at: "tags" },
  ],
});

prove({
  rule: modelDeployment.globalSku,
  type: DEPLOYMENT,
  good: [
    { props: holding("confidential", "Standard") },
    { props: sku("Standard") },
    { props: holding("internal", "GlobalBatch") },
    { props: holding("public", "GlobalProvisionedManaged") },
    { props: holding("public", "GlobalStandard") },
  ],
  bad: [
    { props: holding("public", "Standard"), at: ["sku.name"] },
    { props: holding("internal", "DataZoneStandard"), at: ["sku.name"] },
    { props: holding("public"), at: ["sku.name"] },
  ],
  empty: "pass",
  unknown: [
    { props: holding("public", unknown), at: "sku.name" },
    { props: holding(unknown, "Standard"), at: "tags.dataSensitivity" },
  ],
});

const UPGRADE = "properties.versionUpgradeOption";
const VERSION = "properties.model.version";
const pinned = (version?: unknown, versionUpgradeOption?: unknown) => ({
  properties: {
    model: { ...(version !== undefined && { version }) },
    ...(versionUpgradeOption !== undefined && { versionUpgradeOption }),
  },
});

prove({
  rule: modelDeployment.pinnedVersion,
  type: DEPLOYMENT,
  good: [
    { props: pinned("1", "NoAutoUpgrade") },
    { props: typed({ properties: { model: { version: "1" }, versionUpgradeOption: "OnceCurrentVersionExpired" } }) },
  ],
  bad: [
    { props: pinned("1"), at: [UPGRADE] },
    { props: pinned("1", "onceNewDefaultVersionAvailable"), at: [UPGRADE] },
    { props: pinned(undefined, "NoAutoUpgrade"), at: [VERSION] },
    { props: { properties: {} }, at: [VERSION, UPGRADE] },
  ],
  empty: "fail",
  unknown: [
    { props: pinned(unknown, "NoAutoUpgrade"), at: VERSION },
    { props: pinned("1", unknown), at: UPGRADE },
  ],
});

const FILTER = "properties.raiPolicyName";

prove({
  rule: modelDeployment.contentFilter,
  type: DEPLOYMENT,
  good: [
    { props: { properties: { raiPolicyName: "default-for-claims" } } },
    { props: typed({ properties: { raiPolicyName: "strict" } }) },
  ],
  bad: [
    ...["Microsoft.DefaultV2", "microsoft.default", "Microsoft.Nil", "Default", "DefaultV2", ""].map(
      (raiPolicyName) => ({
        props: { properties: { raiPolicyName } },
        at: [FILTER],
      }),
    ),
    { props: { properties: {} }, at: [FILTER] },
  ],
  empty: "fail",
  unknown: [{ props: { properties: { raiPolicyName: unknown } }, at: FILTER }],
});

const SPILLOVER = "properties.spilloverDeploymentName";
const spilling = (spilloverDeploymentName: unknown) => ({ properties: { spilloverDeploymentName } });

prove({
  rule: modelDeployment.spillover,
  type: DEPLOYMENT,
  good: [
    { props: sku("Standard") },
    { props: { ...sku(unknown), ...spilling("chat") } },
    { props: typed({ sku: { name: "GlobalProvisionedManaged" }, properties: { spilloverDeploymentName: "chat" } }) },
  ],
  bad: ["ProvisionedManaged", "globalProvisionedManaged", "DataZoneProvisionedManaged"].map((name) => ({
    props: sku(name, { properties: {} }),
    at: [SPILLOVER],
  })),
  empty: "pass",
  unknown: [
    { props: sku("ProvisionedManaged", spilling(unknown)), at: SPILLOVER },
    { props: sku(unknown), at: "sku.name" },
  ],
});

prove({
  rule: modelDeployment.provisionedRing,
  type: DEPLOYMENT,
  ring: "test",
  good: [{ props: {} }, { props: typed({ sku: { name: "Standard" } }) }],
  bad: [
    { props: sku("ProvisionedManaged"), at: ["sku.name"] },
    { props: sku("dataZoneProvisionedManaged"), at: ["sku.name"] },
  ],
  empty: "pass",
  unknown: [{ props: sku(unknown), at: "sku.name" }],
});

const of = (name: unknown, version?: unknown) =>
  model({ format: "OpenAI", name, ...(version !== undefined && { version }) });

prove({
  rule: modelDeployment.retirement,
  type: DEPLOYMENT,
  good: [
    { props: of("of-tomorrow", "1") },
    { props: of("Mistral-Large-3", "1") },
    { props: of("gpt-5.4", "2026-03-05") },
  ],
  bad: [
    { props: of("gpt-4o", "2024-11-20"), at: [VERSION] },
    { props: of("gpt-5.2", "2025-12-11"), at: [VERSION] },
    { props: of("gpt-4o"), at: [NAME] },
    { props: of("claude-opus-4-5", "1"), at: [VERSION] },
  ],
  empty: "pass",
  unknown: [
    { props: of(unknown, "1"), at: NAME },
    { props: of("gpt-4o", unknown), at: VERSION },
  ],
});

const judged = async (
  rule: typeof modelDeployment.retirement,
  props: Record<string, unknown>,
  options: Omit<Parameters<typeof judge>[1], "resources"> = {},
) =>
  (await judge(rule, { resources: [{ type: `azure-native:${DEPLOYMENT}`, props }], ring: "prod", ...options }))[0]
    ?.outcome;

test("models, publishers, assets and SKUs are configured", async () => {
  const config = { allowedModels: ["gpt-4o"] };
  expect(await judged(modelDeployment.allowedModels, of("gpt-4o"), { config })).toBe("pass");
  expect(await judged(modelDeployment.allowedModels, of("gpt-5.4"), { config })).toBe("fail");
  const publishers = { allowedPublishers: ["Meta"], allowedAssetIds: ["azureml://registries/OURS/"] };
  expect(await judged(modelDeployment.allowedPublishers, model({ format: "Meta" }), { config: publishers })).toBe(
    "pass",
  );
  expect(await judged(modelDeployment.allowedPublishers, of("gpt-5.4"), { config: publishers })).toBe("fail");
  const ours = model({ format: "Other", source: "azureml://registries/ours/models/m/versions/1" });
  expect(await judged(modelDeployment.allowedPublishers, ours, { config: publishers })).toBe("pass");
  const skus = { allowedSkus: ["Standard"] };
  expect(
    await judged(modelDeployment.dataResidency, holding("confidential", "DataZoneStandard"), { config: skus }),
  ).toBe("fail");
});

test("days before retirement count from the moment of the judgement, and dates may be newer than the library's", async () => {
  const chat = of("gpt-5.4", "2026-03-05");
  expect(await judged(modelDeployment.retirement, chat, { now: "2027-01-04" })).toBe("pass");
  expect(await judged(modelDeployment.retirement, chat, { now: "2027-01-05" })).toBe("fail");
  const config = { minimumDaysBeforeRetirement: 30 };
  expect(await judged(modelDeployment.retirement, chat, { now: "2027-01-05", config })).toBe("pass");
  const retirements = { "gpt-5.4@2026-03-05": "2028-01-01", "of-tomorrow": "2027-01-06" };
  expect(await judged(modelDeployment.retirement, chat, { now: "2027-01-05", config: { retirements } })).toBe("pass");
  expect(
    await judged(modelDeployment.retirement, of("of-tomorrow"), { now: "2027-01-05", config: { retirements } }),
  ).toBe("fail");
  const wrong = { retirements: { "gpt-5.4@2026-03-05": "soon" } };
  expect(await judged(modelDeployment.retirement, chat, { now: "2027-01-05", config: wrong })).toBe("fail");
});

test("rings that pin no versions are left alone, and those that may buy provisioned throughput", async () => {
  expect(await judged(modelDeployment.pinnedVersion, {}, { ring: "dev" })).toBe("not-applicable");
  expect(await judged(modelDeployment.pinnedVersion, {}, { ring: "test" })).toBe("fail");
  const props = sku("ProvisionedManaged");
  expect(await judged(modelDeployment.provisionedRing, props)).toBe("not-applicable");
  expect(await judged(modelDeployment.provisionedRing, props, { ring: "dev" })).toBe("fail");
  const config = { allowedRings: ["test", "prod"] };
  expect(await judged(modelDeployment.provisionedRing, props, { ring: "test", config })).toBe("not-applicable");
});
