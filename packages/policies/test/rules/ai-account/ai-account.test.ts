import type { AccountArgs } from "@pulumi/azure-native/cognitiveservices";
import * as aiAccount from "@ringfence/policies/rules/ai-account";
import { judge, unknown } from "@ringfence/policies/testing";
import { prove } from "../prove";

const ACCOUNT = "cognitiveservices:Account";
type Account = Omit<AccountArgs, "resourceGroupName">;
const properties = (given: Record<string, unknown>) => ({ properties: given });
/** A bag that azure-native's own types accept. */
const typed = (given: Account) => given as Record<string, unknown>;
const PUBLIC = "properties.publicNetworkAccess";

prove({
  rule: aiAccount.publicAccess,
  type: ACCOUNT,
  good: [
    { props: properties({ publicNetworkAccess: "disabled" }) },
    { props: typed({ properties: { publicNetworkAccess: "Disabled" } }) },
  ],
  bad: [
    { props: properties({ publicNetworkAccess: "Enabled" }), at: [PUBLIC] },
    { props: properties({ networkAcls: { defaultAction: "Deny" } }), at: [PUBLIC] },
    { props: { kind: "OpenAI" }, at: [PUBLIC] },
  ],
  empty: "fail",
  unknown: [
    { props: properties({ publicNetworkAccess: unknown }), at: PUBLIC },
    { props: { properties: unknown }, at: "properties" },
  ],
});

prove({
  rule: aiAccount.networkRestriction,
  type: ACCOUNT,
  good: [
    { props: properties({ publicNetworkAccess: "Disabled" }) },
    { props: properties({ publicNetworkAccess: unknown, networkAcls: { defaultAction: "deny" } }) },
    { props: typed({ properties: { publicNetworkAccess: "Enabled", networkAcls: { defaultAction: "Deny" } } }) },
  ],
  bad: [
    { props: properties({ publicNetworkAccess: "Enabled", networkAcls: { defaultAction: "Allow" } }), at: [PUBLIC] },
    { props: properties({ networkAcls: { ipRules: [{ value: "10.0.0.1" }] } }), at: [PUBLIC] },
  ],
  empty: "fail",
  unknown: [
    { props: properties({ networkAcls: { defaultAction: unknown } }), at: "properties.networkAcls.defaultAction" },
  ],
});

for (const [rule, property] of [
  [aiAccount.localAuthentication, "disableLocalAuth"],
  [aiAccount.outboundRestriction, "restrictOutboundNetworkAccess"],
] as const)
  prove({
    rule,
    type: ACCOUNT,
    good: [{ props: typed({ properties: { [property]: true } }) }],
    bad: [
      { props: properties({ [property]: false }), at: [`properties.${property}`] },
      { props: properties({ [property]: "true" }), at: [`properties.${property}`] },
      { props: properties({}), at: [`properties.${property}`] },
    ],
    empty: "fail",
    unknown: [{ props: properties({ [property]: unknown }), at: `properties.${property}` }],
  });

prove({
  rule: aiAccount.managedIdentity,
  type: ACCOUNT,
  good: [
    { props: { identity: { type: "SystemAssigned,UserAssigned", userAssignedIdentities: ["/x"] } } },
    { props: { identity: { type: "UserAssigned" } } },
    { props: typed({ identity: { type: "SystemAssigned, UserAssigned" } }) },
  ],
  bad: [
    { props: { identity: { type: "none" } }, at: ["identity.type"] },
    { props: { identity: {} }, at: ["identity.type"] },
  ],
  empty: "fail",
  unknown: [{ props: { identity: unknown }, at: "identity" }],
});

prove({
  rule: aiAccount.customerManagedKey,
  type: ACCOUNT,
  good: [{ props: typed({ kind: "OpenAI", properties: { encryption: { keySource: "Microsoft.KeyVault" } } }) }],
  bad: [
    {
      props: properties({ encryption: { keySource: "Microsoft.CognitiveServices" } }),
      at: ["properties.encryption.keySource"],
    },
    { props: { kind: "AIServices", properties: {} }, at: ["properties.encryption.keySource"] },
  ],
  empty: "fail",
  unknown: [{ props: properties({ encryption: unknown }), at: "properties.encryption" }],
});

prove({
  rule: aiAccount.userOwnedStorage,
  type: ACCOUNT,
  good: [
    { props: { kind: "OpenAI" }, outputs: properties({ capabilities: [{ name: "VirtualNetworks" }] }) },
    { props: properties({ userOwnedStorage: [{ resourceId: "/s" }] }), outputs: properties({ capabilities: unknown }) },
    { props: {}, outputs: properties({ capabilities: [{ name: "CustomerManagedStorage", value: "False" }] }) },
    {
      props: properties({
        capabilities: [{ name: "CustomerManagedStorage" }],
        userOwnedStorage: [{ resourceId: "/s" }],
      }),
    },
  ],
  bad: [
    {
      props: properties({ userOwnedStorage: [] }),
      outputs: properties({ capabilities: [{ name: "customerManagedStorage" }] }),
      at: ["properties.userOwnedStorage"],
    },
    {
      props: properties({ capabilities: [{ name: "CustomerManagedStorage", value: "true" }] }),
      at: ["properties.userOwnedStorage"],
    },
  ],
  empty: "pass",
  unknown: [
    {
      props: { kind: "SpeechServices" },
      outputs: properties({ capabilities: unknown }),
      at: "properties.capabilities",
    },
    { props: {}, outputs: properties({ capabilities: [{ name: unknown }] }), at: "properties.capabilities[0].name" },
    {
      props: properties({ userOwnedStorage: unknown }),
      outputs: properties({ capabilities: [{ name: "CustomerManagedStorage" }], userOwnedStorage: unknown }),
      at: "properties.userOwnedStorage",
    },
  ],
});

prove({
  rule: aiAccount.abuseMonitoring,
  type: ACCOUNT,
  good: [
    { props: {}, outputs: properties({ capabilities: [{ name: "VirtualNetworks" }] }) },
    { props: {}, outputs: properties({ capabilities: [{ name: "ContentLogging", value: "true" }] }) },
  ],
  bad: [
    {
      props: {},
      outputs: properties({ capabilities: [{ name: "ContentLogging", value: "false" }] }),
      at: ["properties.capabilities"],
    },
    {
      props: {},
      outputs: properties({ capabilities: [{ name: "contentlogging", value: false }] }),
      at: ["properties.capabilities"],
    },
  ],
  empty: "pass",
  unknown: [
    { props: {}, outputs: properties({ capabilities: unknown }), at: "properties.capabilities" },
    {
      props: {},
      outputs: properties({ capabilities: [{ name: "ContentLogging", value: unknown }] }),
      at: "properties.capabilities[0].value",
    },
  ],
});

prove({
  rule: aiAccount.openAiOutbound,
  type: ACCOUNT,
  good: [
    { props: { kind: "AIServices" } },
    { props: { kind: unknown, properties: { restrictOutboundNetworkAccess: true, allowedFqdnList: ["a.example"] } } },
    {
      props: typed({
        kind: "OpenAI",
        properties: { restrictOutboundNetworkAccess: true, allowedFqdnList: ["a.example"] },
      }),
    },
  ],
  bad: [
    {
      props: { kind: "openai", properties: { restrictOutboundNetworkAccess: true, allowedFqdnList: [] } },
      at: ["properties.allowedFqdnList"],
    },
    {
      props: { kind: "OpenAI" },
      at: ["properties.restrictOutboundNetworkAccess", "properties.allowedFqdnList"],
    },
  ],
  empty: "pass",
  unknown: [
    { props: { kind: unknown }, at: "kind" },
    {
      props: { kind: "OpenAI", properties: { restrictOutboundNetworkAccess: true, allowedFqdnList: unknown } },
      at: "properties.allowedFqdnList",
    },
  ],
});

prove({
  rule: aiAccount.networkRules,
  type: ACCOUNT,
  good: [
    { props: {} },
    { props: typed({ properties: { networkAcls: { defaultAction: "Deny", ipRules: [], virtualNetworkRules: [] } } }) },
  ],
  bad: [
    {
      props: properties({ networkAcls: { ipRules: [{ value: "10.0.0.0/8" }] } }),
      at: ["properties.networkAcls.ipRules"],
    },
    {
      props: properties({ networkAcls: { ipRules: [unknown], virtualNetworkRules: [{ id: "/s" }] } }),
      at: ["properties.networkAcls.ipRules", "properties.networkAcls.virtualNetworkRules"],
    },
  ],
  empty: "pass",
  unknown: [{ props: properties({ networkAcls: unknown }), at: "properties.networkAcls" }],
});

prove({
  rule: aiAccount.kind,
  type: ACCOUNT,
  good: [{ props: { kind: "openai" } }, { props: typed({ kind: "AIServices" }) }],
  bad: [
    { props: { kind: "Face" }, at: ["kind"] },
    { props: { kind: null }, at: ["kind"] },
  ],
  empty: "fail",
  unknown: [{ props: { kind: unknown }, at: "kind" }],
});

for (const type of [
  "cognitiveservices:AccountConnection",
  "cognitiveservices:ProjectConnection",
  "machinelearningservices:WorkspaceConnection",
])
  prove({
    rule: aiAccount.connectionCredentials,
    type,
    good: [{ props: properties({ authType: "ManagedIdentity" }) }, { props: properties({ authType: "aad" }) }],
    bad: [
      ...["ApiKey", "AccountKey", "AccessKey", "CustomKeys", "PAT", "SAS", "UsernamePassword", "None", ""].map(
        (authType) => ({
          props: properties({ authType, credentials: { key: "hunter2" } }),
          at: ["properties.authType"],
        }),
      ),
      { props: properties({}), at: ["properties.authType"] },
    ],
    empty: "fail",
    unknown: [{ props: properties({ authType: unknown }), at: "properties.authType" }],
  });

prove({
  rule: aiAccount.serviceLevel,
  type: ACCOUNT,
  good: [{ props: typed({ sku: { name: "S0" } }) }],
  bad: [
    { props: { sku: { name: "f0" } }, at: ["sku.name"] },
    { props: { sku: { name: "S0", tier: "Free" } }, at: ["sku.tier"] },
    { props: { sku: {} }, at: ["sku.name"] },
  ],
  empty: "fail",
  unknown: [{ props: { sku: { name: unknown } }, at: "sku.name" }],
});

prove({
  rule: aiAccount.serviceLevel,
  type: "search:Service",
  good: [{ props: { sku: { name: "standard" }, replicaCount: 2 } }],
  bad: [
    { props: { sku: { name: "free" }, replicaCount: 3 }, at: ["sku.name"] },
    { props: { sku: { name: "basic" }, replicaCount: 1 }, at: ["replicaCount"] },
    { props: { sku: { name: "basic" } }, at: ["replicaCount"] },
    { props: { replicaCount: 2 }, at: ["sku.name"] },
  ],
  empty: "fail",
  unknown: [{ props: { sku: { name: "basic" }, replicaCount: unknown }, at: "replicaCount" }],
});

prove({
  rule: aiAccount.serviceLevel,
  type: "machinelearningservices:Workspace",
  good: [{ props: {} }, { props: { sku: { name: "Basic", tier: "Basic" } } }],
  bad: [{ props: { sku: { name: "Free", tier: "Free" } }, at: ["sku.name", "sku.tier"] }],
  empty: "pass",
  unknown: [{ props: { sku: unknown }, at: "sku" }],
});

test("kinds may be excluded from the rule on keys, and others allowed", async () => {
  const resources = [{ type: `azure-native:${ACCOUNT}`, props: { kind: "aiservices" } }];
  const outcome = async (rule: typeof aiAccount.kind, config: Record<string, unknown>) =>
    (await judge(rule, { resources, config }))[0]?.outcome;
  expect(await outcome(aiAccount.customerManagedKey, { excludedKinds: ["AIServices"] })).toBe("pass");
  expect(await outcome(aiAccount.customerManagedKey, { excludedKinds: ["Face"] })).toBe("fail");
  expect(await outcome(aiAccount.kind, { allowedKinds: ["Face"] })).toBe("fail");
});

test("where abuse monitoring was switched off by agreement, on is what fails", async () => {
  const outcome = async (capabilities: unknown[]) =>
    (
      await judge(aiAccount.abuseMonitoring, {
        resources: [{ type: `azure-native:${ACCOUNT}`, props: {}, outputs: properties({ capabilities }) }],
        config: { abuseMonitoring: "off" },
      })
    )[0]?.outcome;
  expect(await outcome([{ name: "ContentLogging", value: "false" }])).toBe("pass");
  expect(await outcome([])).toBe("fail");
});
