import * as tags from "@ringfence/policies/rules/tags";
import { judge, unknown } from "@ringfence/policies/testing";
import { NOW, prove } from "../prove";

const STORAGE = "storage:StorageAccount";
const GROUP = "resources:ResourceGroup";
const all = {
  service: "claims-assistant",
  owner: "claims@contoso.example",
  dataSensitivity: "confidential",
  environment: "prod",
  costCenter: "CC-4711",
  businessCriticality: "high",
};
const { owner: _owner, ...allButOwner } = all;

for (const [rule, type] of [
  [tags.requiredTags, STORAGE],
  [tags.resourceGroupTags, GROUP],
] as const)
  prove({
    rule,
    type,
    good: [{ props: { tags: { ...allButOwner, OWNER: "" } } }, { props: { tags: { ...all, more: "x" } } }],
    bad: [
      { props: { tags: allButOwner }, at: ["tags.owner"] },
      { props: { tags: { ...all, owner: null } }, at: ["tags.owner"] },
      { props: { tags: {} }, at: ["tags"] },
      { props: { tags: { service: unknown } }, at: ["tags"] },
      { props: { tags: "none" }, at: ["tags"] },
      { props: { location: "westeurope" }, at: ["tags"] },
    ],
    empty: "fail",
    unknown: [
      { props: { tags: unknown }, at: "tags" },
      { props: { tags: { ...all, owner: unknown } }, at: "tags.owner" },
    ],
  });

prove({
  rule: tags.tagsNotEmpty,
  type: STORAGE,
  good: [{ props: { tags: { service: "x", note: "" } } }, { props: {} }, { props: { tags: all } }],
  bad: [
    { props: { tags: { ...all, owner: "" } }, at: ["tags.owner"] },
    { props: { tags: { Owner: " \t", costCenter: "" } }, at: ["tags.Owner", "tags.costCenter"] },
  ],
  empty: "pass",
  unknown: [
    { props: { tags: unknown }, at: "tags" },
    { props: { tags: { owner: unknown } }, at: "tags.owner" },
  ],
});

prove({
  rule: tags.tagValues,
  type: STORAGE,
  good: [{ props: { tags: { owner: "", other: "anything at all" } } }, { props: { tags: all } }],
  bad: [
    { props: { tags: { ...all, dataSensitivity: "Confidential" } }, at: ["tags.dataSensitivity"] },
    {
      props: { tags: { service: "Claims Assistant", owner: "claims", environment: "production", costCenter: 4711 } },
      at: ["tags.service", "tags.owner", "tags.environment", "tags.costCenter"],
    },
    { props: { tags: { owner: `${"a".repeat(250)}@contoso.example` } }, at: ["tags.owner"] },
  ],
  empty: "pass",
  unknown: [
    { props: { tags: unknown }, at: "tags" },
    { props: { tags: { ...all, environment: unknown } }, at: "tags.environment" },
  ],
});

const group = { type: `azure-native:${GROUP}`, name: "group", props: { resourceGroupName: "rg-claims", tags: all } };
const inGroup = (given: Record<string, unknown>) => ({
  props: { resourceGroupName: "RG-claims", ...given },
  outputs: given,
});

prove({
  rule: tags.inheritedTags,
  type: STORAGE,
  beside: [group],
  good: [{ props: { resourceGroupName: "elsewhere" } }, inGroup({ tags: { ...all, more: "x" } })],
  bad: [
    { ...inGroup({ tags: { ...all, owner: "others@contoso.example" } }), at: ["tags.owner"] },
    { ...inGroup({ tags: allButOwner }), at: ["tags.owner"] },
    { ...inGroup({}), at: Object.keys(all).map((name) => `tags.${name}`) },
  ],
  empty: "pass",
  unknown: [
    { props: { resourceGroupName: unknown, tags: all }, at: "resourceGroupName" },
    { ...inGroup({ tags: unknown }), at: "tags" },
    { ...inGroup({ tags: { ...all, owner: unknown } }), at: "tags.owner" },
  ],
});

test("a resource group is found by what its name was made from while the name is unknown", async () => {
  const verdicts = await judge(tags.inheritedTags, {
    now: NOW,
    resources: [
      { ...group, props: { tags: all }, outputs: { name: unknown, tags: all } },
      {
        type: `azure-native:${STORAGE}`,
        name: "store",
        props: { resourceGroupName: unknown, tags: { ...all, costCenter: "CC-1" } },
        propertyDependencies: { resourceGroupName: ["group"] },
      },
    ],
  });
  expect(verdicts.map(({ outcome, path, urn }) => ({ outcome, path, urn }))).toEqual([
    {
      outcome: "fail",
      path: "tags.costCenter",
      urn: "urn:pulumi:judged::judged::azure-native:storage:StorageAccount::store",
    },
  ]);
});

test("an unknown tag of one resource leaves the others judged", async () => {
  const store = (name: string, given: Record<string, unknown>) => ({
    type: `azure-native:${STORAGE}`,
    name,
    ...inGroup({ tags: given }),
  });
  const verdicts = await judge(tags.inheritedTags, {
    now: NOW,
    resources: [
      group,
      store("a", { ...all, owner: unknown }),
      store("b", { ...all, service: "other" }),
      store("c", all),
    ],
  });
  expect(verdicts.map(({ urn, outcome }) => [urn?.at(-1), outcome])).toEqual([
    ["a", "undetermined"],
    ["b", "fail"],
    ["c", "pass"],
  ]);
});

test("the tags that are required are configured", async () => {
  const resources = [{ type: "azure-native:storage:StorageAccount", props: { tags: { team: "x" } } }];
  const [kept] = await judge(tags.requiredTags, { resources, config: { requiredTags: ["Team"] } });
  expect(kept?.outcome).toBe("pass");
  const [missing] = await judge(tags.requiredTags, {
    resources,
    config: { "required-tags": { requiredTags: ["cost center"] } },
  });
  expect(missing).toMatchObject({ outcome: "fail", path: 'tags["cost\\u0020center"]' });
});

test("types without a map of tags are none of the tag rules' business", async () => {
  for (const type of [
    "azure-native:keyvault:Secret",
    "azure-native:apimanagement:NamedValue",
    "azure-native:authorization:RoleAssignment",
  ]) {
    const verdicts = await judge(tags.requiredTags, { resources: [{ type, props: {} }] });
    expect([type, verdicts[0]?.outcome]).toEqual([type, type.endsWith("Secret") ? "fail" : "not-applicable"]);
  }
});
