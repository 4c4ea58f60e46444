import type { ServiceArgs } from "@pulumi/azure-native/search";
import * as search from "@ringfence/policies/rules/search";
import { unknown } from "@ringfence/policies/testing";
import { prove } from "../prove";

const SERVICE = "search:Service";
/** A bag that azure-native's own types accept. */
const typed = (given: Omit<ServiceArgs, "resourceGroupName">) => given as Record<string, unknown>;

prove({
  rule: search.sku,
  type: SERVICE,
  good: [{ props: typed({ sku: { name: "basic" } }) }, { props: typed({ sku: { name: "standard" } }) }],
  bad: [
    { props: typed({ sku: { name: "free" } }), at: ["sku.name"] },
    { props: { sku: { name: "Free" } }, at: ["sku.name"] },
    { props: { sku: {} }, at: ["sku.name"] },
  ],
  empty: "fail",
  unknown: [
    { props: { sku: { name: unknown } }, at: "sku.name" },
    { props: { sku: unknown }, at: "sku" },
  ],
});

prove({
  rule: search.queryReplicas,
  type: SERVICE,
  good: [{ props: typed({ replicaCount: 12 }) }, { props: typed({ replicaCount: 2 }) }],
  bad: [
    { props: typed({ replicaCount: 1 }), at: ["replicaCount"] },
    { props: { replicaCount: "2" }, at: ["replicaCount"] },
  ],
  empty: "fail",
  unknown: [{ props: { replicaCount: unknown }, at: "replicaCount" }],
});

prove({
  rule: search.indexReplicas,
  type: SERVICE,
  good: [{ props: typed({ replicaCount: 3 }) }],
  bad: [
    { props: typed({ replicaCount: 2 }), at: ["replicaCount"] },
    { props: { replicaCount: null }, at: ["replicaCount"] },
  ],
  empty: "fail",
  unknown: [{ props: { replicaCount: unknown }, at: "replicaCount" }],
});

prove({
  rule: search.localAuthentication,
  type: SERVICE,
  good: [{ props: typed({ disableLocalAuth: true }) }],
  bad: [
    { props: typed({ disableLocalAuth: false }), at: ["disableLocalAuth"] },
    { props: typed({ authOptions: { aadOrApiKey: {} } }), at: ["disableLocalAuth"] },
  ],
  empty: "fail",
  unknown: [{ props: { disableLocalAuth: unknown }, at: "disableLocalAuth" }],
});

prove({
  rule: search.publicAccess,
  type: SERVICE,
  good: [{ props: { publicNetworkAccess: "Disabled" } }, { props: typed({ publicNetworkAccess: "disabled" }) }],
  bad: [
    { props: typed({ publicNetworkAccess: "enabled" }), at: ["publicNetworkAccess"] },
    { props: typed({ publicNetworkAccess: "securedByPerimeter" }), at: ["publicNetworkAccess"] },
  ],
  empty: "fail",
  unknown: [{ props: { publicNetworkAccess: unknown }, at: "publicNetworkAccess" }],
});

const ranges = (...values: unknown[]) => ({ networkRuleSet: { ipRules: values.map((value) => ({ value })) } });
const FIRST = "networkRuleSet.ipRules[0].value";

prove({
  rule: search.ipRules,
  type: SERVICE,
  good: [
    { props: { networkRuleSet: { bypass: "AzureServices" } } },
    { props: ranges() },
    { props: ranges("10.0.0.0/8", "203.0.113.10", "0.0.0.0/1") },
    { props: typed({ networkRuleSet: { ipRules: [{ value: "203.0.113.0/24" }] } }) },
  ],
  bad: [
    { props: ranges("203.0.113.0/24", "0.0.0.0/0"), at: ["networkRuleSet.ipRules[1].value"] },
    { props: typed({ networkRuleSet: { ipRules: [{ value: "0.0.0.0/0" }] } }), at: [FIRST] },
    { props: ranges("10.1.2.3/0 "), at: [FIRST] },
    { props: ranges("0.0.0.0/0", unknown), at: [FIRST] },
  ],
  empty: "pass",
  unknown: [
    { props: ranges(unknown), at: FIRST },
    { props: { networkRuleSet: { ipRules: unknown } }, at: "networkRuleSet.ipRules" },
    { props: { networkRuleSet: unknown }, at: "networkRuleSet" },
  ],
});

prove({
  rule: search.managedIdentity,
  type: SERVICE,
  good: [
    { props: typed({ identity: { type: "SystemAssigned" } }) },
    { props: typed({ identity: { type: "UserAssigned", userAssignedIdentities: ["/i"] } }) },
    { props: { identity: { type: "SystemAssigned,UserAssigned" } } },
    { props: typed({ identity: { type: "SystemAssigned, UserAssigned" } }) },
  ],
  bad: [
    { props: typed({ identity: { type: "None" } }), at: ["identity.type"] },
    { props: { identity: { type: "none" } }, at: ["identity.type"] },
    { props: { identity: {} }, at: ["identity.type"] },
  ],
  empty: "fail",
  unknown: [
    { props: { identity: { type: unknown } }, at: "identity.type" },
    { props: { identity: unknown }, at: "identity" },
  ],
});

const ENFORCEMENT = "encryptionWithCmk.enforcement";

prove({
  rule: search.customerManagedKey,
  type: SERVICE,
  good: [{ props: typed({ encryptionWithCmk: { enforcement: "Enabled" } }) }],
  bad: [
    { props: typed({ encryptionWithCmk: { enforcement: "Disabled" } }), at: [ENFORCEMENT] },
    { props: typed({ encryptionWithCmk: { enforcement: "Unspecified" } }), at: [ENFORCEMENT] },
    { props: { encryptionWithCmk: {} }, at: [ENFORCEMENT] },
  ],
  empty: "fail",
  unknown: [{ props: { encryptionWithCmk: unknown }, at: "encryptionWithCmk" }],
});
