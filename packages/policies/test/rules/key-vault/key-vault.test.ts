import type * as keyvault from "@pulumi/azure-native/keyvault";
import * as keyVault from "@ringfence/policies/rules/key-vault";
import { type JudgedResource, judge, unknown } from "@ringfence/policies/testing";
import { NOW, prove } from "../prove";

const VAULT = "keyvault:Vault";
const vault = (properties: Record<string, unknown>) => ({ props: { properties } });
const UNKNOWN_PROPERTIES = { props: { properties: unknown }, at: "properties" };

prove({
  rule: keyVault.softDelete,
  type: VAULT,
  good: [vault({}), vault({ enableSoftDelete: null }), vault({ enableSoftDelete: true })],
  bad: [{ ...vault({ enableSoftDelete: false }), at: ["properties.enableSoftDelete"] }],
  empty: "pass",
  unknown: [{ ...vault({ enableSoftDelete: unknown }), at: "properties.enableSoftDelete" }, UNKNOWN_PROPERTIES],
});

for (const [rule, property, good, bad] of [
  [keyVault.purgeProtection, "enablePurgeProtection", true, false],
  [keyVault.publicAccess, "publicNetworkAccess", "disabled", "Enabled"],
] as const)
  prove({
    rule,
    type: VAULT,
    good: [vault({ [property]: good })],
    bad: [
      { ...vault({ [property]: bad }), at: [`properties.${property}`] },
      { ...vault({ [property]: null }), at: [`properties.${property}`] },
      { ...vault({}), at: [`properties.${property}`] },
    ],
    empty: "fail",
    unknown: [{ ...vault({ [property]: unknown }), at: `properties.${property}` }, UNKNOWN_PROPERTIES],
  });

prove({
  rule: keyVault.roleBasedAccess,
  type: VAULT,
  good: [
    vault({ createMode: "Recover" }),
    vault({ createMode: "recover", enableRbacAuthorization: unknown }),
    vault({ enableRbacAuthorization: true }),
  ],
  bad: [
    { ...vault({ enableRbacAuthorization: false }), at: ["properties.enableRbacAuthorization"] },
    { ...vault({ createMode: "default" }), at: ["properties.enableRbacAuthorization"] },
  ],
  empty: "fail",
  unknown: [
    { ...vault({ enableRbacAuthorization: unknown }), at: "properties.enableRbacAuthorization" },
    { ...vault({ enableRbacAuthorization: false, createMode: unknown }), at: "properties.createMode" },
  ],
});

prove({
  rule: keyVault.firewall,
  type: VAULT,
  good: [vault({ networkAcls: { defaultAction: "deny" } })],
  bad: [
    { ...vault({ networkAcls: { defaultAction: "Allow" } }), at: ["properties.networkAcls.defaultAction"] },
    { ...vault({ networkAcls: { bypass: "None" } }), at: ["properties.networkAcls.defaultAction"] },
    { ...vault({ publicNetworkAccess: "Disabled" }), at: ["properties.networkAcls.defaultAction"] },
  ],
  empty: "fail",
  unknown: [{ ...vault({ networkAcls: unknown }), at: "properties.networkAcls" }, UNKNOWN_PROPERTIES],
});

const grants = (permissions: Record<string, unknown>) => vault({ accessPolicies: [{ permissions }] });

prove({
  rule: keyVault.accessPolicies,
  type: VAULT,
  good: [
    vault({ accessPolicies: [] }),
    vault({ enableRbacAuthorization: true }),
    grants({ secrets: ["get", "list"], keys: [] }),
  ],
  bad: [
    { ...grants({ secrets: ["Get", "Purge"] }), at: ["properties.accessPolicies[0].permissions.secrets[1]"] },
    {
      ...grants({ keys: ["all"], certificates: ["ALL"], storage: ["purge"] }),
      at: ["keys", "certificates", "storage"].map((kind) => `properties.accessPolicies[0].permissions.${kind}[0]`),
    },
    {
      ...vault({
        accessPolicies: [{ permissions: { secrets: [unknown, "get"] } }, { permissions: { keys: ["all"] } }],
      }),
      at: ["properties.accessPolicies[1].permissions.keys[0]"],
    },
  ],
  empty: "pass",
  unknown: [
    { ...vault({ accessPolicies: unknown }), at: "properties.accessPolicies" },
    { ...grants({ secrets: ["get", unknown] }), at: "properties.accessPolicies[0].permissions.secrets[1]" },
  ],
});

test("an access policy that is a resource of its own is judged too", async () => {
  const policy = (...secrets: string[]) => ({
    type: "azure-native:keyvault:AccessPolicy",
    props: { policy: { permissions: { secrets } } },
  });
  const verdicts = await judge(keyVault.accessPolicies, { resources: [policy("get"), policy("list", "all")] });
  expect(verdicts.map(({ outcome, path }) => [outcome, path])).toEqual([
    ["pass", undefined],
    ["fail", "policy.permissions.secrets[1]"],
  ]);
});

const ID = "/subscriptions/s/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/kv-claims";
const identified = { props: { vaultName: "kv-claims" }, outputs: { id: ID } };
const endpoint = (name: string, props: Record<string, unknown>): JudgedResource => ({
  type: "azure-native:network:PrivateEndpoint",
  name,
  props,
});
const connection = (id: string, status?: string) => ({
  privateLinkServiceId: id,
  groupIds: ["vault"],
  ...(status !== undefined && { privateLinkServiceConnectionState: { status } }),
});
const answered = (status: string) => ({
  properties: { privateEndpointConnections: [{ privateLinkServiceConnectionState: { status } }] },
});

prove({
  rule: keyVault.privateEndpoint,
  type: VAULT,
  beside: [
    endpoint("pe", { privateLinkServiceConnections: [connection(ID.toUpperCase())] }),
    endpoint("others", { privateLinkServiceConnections: [connection(`${ID}-2`)] }),
    endpoint("asked", { manualPrivateLinkServiceConnections: [connection(`${ID}-3`)] }),
    endpoint("granted", { manualPrivateLinkServiceConnections: [connection(`${ID}-4`, "Approved")] }),
    endpoint("rejected", { privateLinkServiceConnections: [connection(`${ID}-5`, "Rejected"), connection(ID)] }),
  ],
  good: [
    { props: {}, outputs: { id: `${ID}-2` } },
    { props: {}, outputs: { id: `${ID}-4` } },
    { props: {}, outputs: { id: "/elsewhere", ...answered("Approved") } },
    identified,
  ],
  bad: [
    { props: {}, outputs: { id: `${ID}-9` }, at: [undefined] },
    { props: {}, outputs: { id: `${ID}-3` }, at: [undefined] },
    { props: {}, outputs: { id: `${ID}-5` }, at: [undefined] },
    { props: {}, outputs: { id: `${ID}-9`, ...answered("Pending") }, at: [undefined] },
  ],
  empty: "fail",
  unknown: [],
});

test("a private endpoint counts for the vault that it was made from while ids are unknown", async () => {
  const made = (propertyDependencies: Record<string, string[]>) =>
    judge(keyVault.privateEndpoint, {
      resources: [
        { type: `azure-native:${VAULT}`, name: "kv", props: {} },
        {
          ...endpoint("pe", { privateLinkServiceConnections: [{ privateLinkServiceId: unknown }] }),
          propertyDependencies,
        },
      ],
    });
  expect(await made({ privateLinkServiceConnections: ["kv"] })).toMatchObject([{ outcome: "pass" }]);
  expect(await made({ privateLinkServiceConnections: ["pe"] })).toMatchObject([{ outcome: "fail" }]);
  expect(await made({})).toMatchObject([{ outcome: "undetermined" }]);
});

const SETTING = "monitor:DiagnosticSetting";
const audit = (...logs: unknown[]) => ({ props: { resourceUri: ID, logs } });

prove({
  rule: keyVault.auditSetting,
  type: SETTING,
  good: [
    audit({ category: "auditevent", enabled: true }),
    audit({ categoryGroup: "audit", enabled: true }),
    audit({ category: "AzurePolicyEvaluationDetails", enabled: false }, { categoryGroup: "allLogs", enabled: true }),
    { props: { logs: [{ category: "AuditEvent", enabled: true }] } },
    { props: { resourceUri: unknown, logs: [{ categoryGroup: "allLogs", enabled: true }] } },
    // What is not a key vault's is nobody's violation.
    { props: { resourceUri: "/subscriptions/s/providers/Microsoft.Search/searchServices/s", logs: [] } },
    { props: { resourceUri: unknown, logs: [{ category: "RequestResponse", enabled: true }] } },
    audit({ category: "AuditEvent", enabled: true }),
  ],
  bad: [
    { ...audit({ category: "AuditEvent", enabled: false }), at: ["logs"] },
    { ...audit({ category: "AuditEvent" }), at: ["logs"] },
    { ...audit({ category: "RequestResponse", enabled: true }), at: ["logs"] },
    { ...audit(), at: ["logs"] },
    { props: { resourceUri: ID, metrics: [{ category: "AllMetrics", enabled: true }] }, at: ["logs"] },
    { props: { logs: [{ category: "AzurePolicyEvaluationDetails", enabled: true }] }, at: ["logs"] },
  ],
  empty: "fail",
  unknown: [
    { ...audit({ category: unknown, enabled: true }), at: "logs[0].category" },
    { props: { resourceUri: ID, logs: unknown }, at: "logs" },
    { props: { resourceUri: unknown, logs: [] }, at: "resourceUri" },
  ],
});

test("whose diagnostic setting it is, is known from what its unknown id was made from", async () => {
  const verdicts = await judge(keyVault.auditSetting, {
    resources: [
      { type: `azure-native:${VAULT}`, name: "kv", props: {} },
      { type: "azure-native:search:Service", name: "search", props: {} },
      ...["kv", "search"].map((source) => ({
        type: `azure-native:${SETTING}`,
        name: `of-${source}`,
        props: { resourceUri: unknown, logs: [] },
        propertyDependencies: { resourceUri: [source] },
      })),
    ],
  });
  expect(verdicts.map(({ outcome, urn }) => [outcome, urn?.split("::").at(-1)])).toEqual([
    ["fail", "of-kv"],
    ["pass", "of-search"],
  ]);
});

const setting = (name: string, id: string, log: Record<string, unknown>): JudgedResource => ({
  type: `azure-native:${SETTING}`,
  name,
  props: { resourceUri: id, logs: [log] },
});

prove({
  rule: keyVault.audited,
  type: VAULT,
  beside: [
    setting("audited", ID, { categoryGroup: "allLogs", enabled: true }),
    setting("off", `${ID}-off`, { category: "AuditEvent", enabled: false }),
    setting("metrics", `${ID}-other`, { category: "AzurePolicyEvaluationDetails", enabled: true }),
  ],
  good: [identified],
  bad: [`${ID}-off`, `${ID}-other`, `${ID}-none`].map((id) => ({ props: {}, outputs: { id }, at: [undefined] })),
  empty: "fail",
  unknown: [],
});

const SECRET = "keyvault:Secret";
const subscription = (systemTopicName: unknown, includedEventTypes?: unknown): JudgedResource => ({
  type: "azure-native:eventgrid:SystemTopicEventSubscription",
  name: `to-${systemTopicName}`,
  props: { systemTopicName, ...(includedEventTypes !== undefined && { filter: { includedEventTypes } }) },
});
const watchedVault = (name: string): JudgedResource[] => [
  {
    type: `azure-native:${VAULT}`,
    name,
    props: { vaultName: name },
    outputs: { id: `${ID}-${name}`, name },
  },
  {
    type: "azure-native:eventgrid:SystemTopic",
    name: `topic-${name}`,
    props: { systemTopicName: `topic-${name}`, source: `${ID}-${name}` },
  },
];

prove({
  rule: keyVault.expiryEvents,
  type: SECRET,
  beside: [
    ...["named", "all", "others", "silent", "direct"].flatMap(watchedVault),
    subscription("topic-named", ["Microsoft.KeyVault.KeyNearExpiry", "Microsoft.KeyVault.SecretNearExpiry"]),
    subscription("topic-all"),
    subscription("topic-others", ["Microsoft.KeyVault.CertificateNearExpiry"]),
    { type: "azure-native:eventgrid:EventSubscription", name: "own", props: { scope: `${ID}-direct` } },
  ],
  good: [
    { props: { vaultName: "somewhere-else" } },
    { props: { vaultName: "all" } },
    { props: { vaultName: "direct" } },
    { props: { vaultName: "Named" } },
  ],
  bad: [
    { props: { vaultName: "silent" }, at: ["vaultName"] },
    { props: { vaultName: "others" }, at: ["vaultName"] },
  ],
  empty: "pass",
  unknown: [{ props: { vaultName: unknown }, at: "vaultName" }],
});

test("a topic of a vault whose names are unknown is found by what it was made from", async () => {
  const judged = (types: unknown, sources = ["topic"]) =>
    judge(keyVault.expiryEvents, {
      now: NOW,
      resources: [
        { type: `azure-native:${VAULT}`, name: "kv", props: {} },
        {
          type: "azure-native:eventgrid:SystemTopic",
          name: "topic",
          props: { source: unknown },
          propertyDependencies: { source: ["kv"] },
        },
        {
          ...subscription(unknown, types),
          name: "subscription",
          propertyDependencies: { systemTopicName: sources },
        },
        {
          type: `azure-native:${SECRET}`,
          name: "secret",
          props: { vaultName: unknown },
          propertyDependencies: { vaultName: ["kv"] },
        },
      ],
    });
  expect(await judged(undefined)).toMatchObject([{ outcome: "pass" }]);
  expect(await judged(["Microsoft.KeyVault.SecretExpired"])).toMatchObject([{ outcome: "fail" }]);
  expect(await judged([unknown])).toMatchObject([
    { outcome: "undetermined", path: "subscription.filter.includedEventTypes[0]" },
  ]);
  expect(await judged(undefined, [])).toMatchObject([
    { outcome: "undetermined", path: "subscription.systemTopicName" },
  ]);
});

test("a vault as azure-native types it keeps every rule about its own properties", async () => {
  const args: keyvault.VaultArgs = {
    resourceGroupName: "rg",
    properties: {
      tenantId: "00000000-0000-0000-0000-000000000000",
      sku: { family: "A", name: "premium" },
      enableSoftDelete: true,
      enablePurgeProtection: true,
      enableRbacAuthorization: true,
      publicNetworkAccess: "Disabled",
      networkAcls: { defaultAction: "Deny", bypass: "None" },
      accessPolicies: [],
    },
  };
  const rules = Object.values(keyVault).filter(({ level }) => level === "resource");
  const verdicts = await judge(rules, { resources: [{ type: `azure-native:${VAULT}`, props: { ...args } }] });
  expect(verdicts.map(({ outcome }) => outcome)).toEqual(rules.map(() => "pass"));
});
