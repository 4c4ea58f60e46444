import type { ConfigurationStoreArgs } from "@pulumi/azure-native/appconfiguration";
import type { RegistryArgs } from "@pulumi/azure-native/containerregistry";
import type { DatabaseAccountArgs, SqlResourceSqlContainerArgs } from "@pulumi/azure-native/cosmosdb";
import type { RedisArgs } from "@pulumi/azure-native/redis";
import type { StorageAccountArgs } from "@pulumi/azure-native/storage";
import * as data from "@ringfence/policies/rules/data";
import { judge, unknown } from "@ringfence/policies/testing";
import { NOW, prove } from "../prove";

/** Bags that compile as the arguments of the resource. */
const bag = <Args>(props: Partial<Args>) => ({ props: props as Record<string, unknown> });
const storage = bag<StorageAccountArgs>;
const registry = bag<RegistryArgs>;
const cosmos = bag<DatabaseAccountArgs>;
const container = bag<SqlResourceSqlContainerArgs>;

prove({
  rule: data.storageLocalAuthentication,
  type: "storage:StorageAccount",
  good: [storage({ allowSharedKeyAccess: false })],
  bad: [
    { ...storage({ allowSharedKeyAccess: true }), at: ["allowSharedKeyAccess"] },
    { ...storage({ allowBlobPublicAccess: false }), at: ["allowSharedKeyAccess"] },
    { props: { allowSharedKeyAccess: "false" }, at: ["allowSharedKeyAccess"] },
  ],
  empty: "fail",
  unknown: [{ props: { allowSharedKeyAccess: unknown }, at: "allowSharedKeyAccess" }],
});

prove({
  rule: data.blobPublicAccess,
  type: "storage:StorageAccount",
  good: [storage({ allowBlobPublicAccess: false })],
  bad: [{ ...storage({ allowBlobPublicAccess: true }), at: ["allowBlobPublicAccess"] }],
  empty: "fail",
  unknown: [{ props: { allowBlobPublicAccess: unknown }, at: "allowBlobPublicAccess" }],
});

prove({
  rule: data.storageTls,
  type: "storage:StorageAccount",
  good: [storage({ minimumTlsVersion: "TLS1_3" }), storage({ minimumTlsVersion: "TLS1_2" })],
  bad: [
    { ...storage({ minimumTlsVersion: "TLS1_0" }), at: ["minimumTlsVersion"] },
    { ...storage({ minimumTlsVersion: "TLS1_1" }), at: ["minimumTlsVersion"] },
  ],
  empty: "fail",
  unknown: [{ props: { minimumTlsVersion: unknown }, at: "minimumTlsVersion" }],
});

prove({
  rule: data.storageFirewall,
  type: "storage:StorageAccount",
  good: [
    storage({ networkRuleSet: { defaultAction: "Deny" } }),
    { props: { networkRuleSet: { defaultAction: "deny" } } },
  ],
  bad: [
    { ...storage({ networkRuleSet: { defaultAction: "Allow" } }), at: ["networkRuleSet.defaultAction"] },
    { props: { networkRuleSet: { ipRules: [] } }, at: ["networkRuleSet.defaultAction"] },
    { props: { networkAcls: { defaultAction: "Deny" } }, at: ["networkRuleSet.defaultAction"] },
  ],
  empty: "fail",
  unknown: [
    { props: { networkRuleSet: unknown }, at: "networkRuleSet" },
    { props: { networkRuleSet: { defaultAction: unknown } }, at: "networkRuleSet.defaultAction" },
  ],
});

prove({
  rule: data.registryAdminUser,
  type: "containerregistry:Registry",
  good: [registry({ sku: { name: "Premium" } }), registry({ adminUserEnabled: false })],
  bad: [{ ...registry({ adminUserEnabled: true }), at: ["adminUserEnabled"] }],
  empty: "pass",
  unknown: [{ props: { adminUserEnabled: unknown }, at: "adminUserEnabled" }],
});

prove({
  rule: data.registryPublicAccess,
  type: "containerregistry:Registry",
  good: [
    registry({ publicNetworkAccess: "Disabled" }),
    registry({ anonymousPullEnabled: false, publicNetworkAccess: "Disabled" }),
  ],
  bad: [
    { ...registry({ publicNetworkAccess: "Enabled" }), at: ["publicNetworkAccess"] },
    {
      ...registry({ anonymousPullEnabled: true, publicNetworkAccess: "Disabled" }),
      at: ["anonymousPullEnabled"],
    },
    { ...registry({ anonymousPullEnabled: true }), at: ["anonymousPullEnabled", "publicNetworkAccess"] },
  ],
  empty: "fail",
  unknown: [{ props: { anonymousPullEnabled: unknown, publicNetworkAccess: "Disabled" }, at: "anonymousPullEnabled" }],
});

prove({
  rule: data.cosmosLocalAuthentication,
  type: "cosmosdb:DatabaseAccount",
  good: [cosmos({ disableLocalAuth: true })],
  bad: [{ ...cosmos({ disableLocalAuth: false }), at: ["disableLocalAuth"] }],
  empty: "fail",
  unknown: [{ props: { disableLocalAuth: unknown }, at: "disableLocalAuth" }],
});

prove({
  rule: data.cosmosPublicAccess,
  type: "cosmosdb:DatabaseAccount",
  good: [cosmos({ publicNetworkAccess: "Disabled" })],
  bad: [
    { ...cosmos({ publicNetworkAccess: "Enabled" }), at: ["publicNetworkAccess"] },
    { ...cosmos({ publicNetworkAccess: "SecuredByPerimeter" }), at: ["publicNetworkAccess"] },
  ],
  empty: "fail",
  unknown: [{ props: { publicNetworkAccess: unknown }, at: "publicNetworkAccess" }],
});

const generated = (moment: unknown) => ({ generationTime: moment });
const keys = (keysMetadata: unknown) => ({ props: {}, outputs: { keysMetadata } });
const AT_PRIMARY = "keysMetadata.primaryMasterKey.generationTime";

prove({
  rule: data.cosmosKeyAge,
  type: "cosmosdb:DatabaseAccount",
  good: [
    keys({ primaryMasterKey: generated("2026-08-24T12:00:00Z") }),
    keys({
      primaryMasterKey: generated("2026-11-01T00:00:00.123Z"),
      secondaryMasterKey: generated("2026-11-20T00:00:00+02:00"),
    }),
  ],
  bad: [
    { ...keys({ primaryMasterKey: generated("2026-08-22T00:00:00Z") }), at: [AT_PRIMARY] },
    { ...keys({ primaryMasterKey: generated(undefined) }), at: [AT_PRIMARY] },
    { ...keys({ primaryMasterKey: generated("long ago") }), at: [AT_PRIMARY] },
    {
      ...keys({ primaryMasterKey: generated(unknown), secondaryReadonlyMasterKey: generated("2020-01-01T00:00:00Z") }),
      at: ["keysMetadata.secondaryReadonlyMasterKey.generationTime"],
    },
  ],
  empty: "undetermined",
  unknown: [
    { props: {}, outputs: {}, at: "keysMetadata" },
    { ...keys(unknown), at: "keysMetadata" },
    { ...keys({ primaryMasterKey: generated(unknown) }), at: AT_PRIMARY },
  ],
});

const AUTOSCALE = "options.autoscaleSettings.maxThroughput";

prove({
  rule: data.cosmosThroughput,
  type: "cosmosdb:SqlResourceSqlContainer",
  good: [
    container({ options: { throughput: 400 } }),
    container({ options: { autoscaleSettings: { maxThroughput: 10_000 } } }),
    { props: { options: { throughput: "400" } } },
    container({ containerName: "serverless, or of the database's throughput" }),
  ],
  bad: [
    { ...container({ options: { throughput: 10_001 } }), at: ["options.throughput"] },
    { ...container({ options: { autoscaleSettings: { maxThroughput: 100_000 } } }), at: [AUTOSCALE] },
    { props: { options: { throughput: "100000" } }, at: ["options.throughput"] },
    { props: { options: { throughput: [] } }, at: ["options.throughput"] },
  ],
  empty: "pass",
  unknown: [
    { props: { options: { throughput: unknown } }, at: "options.throughput" },
    { props: { options: { autoscaleSettings: unknown } }, at: "options.autoscaleSettings" },
  ],
});

test.each(["TableResourceTable", "MongoDBResourceMongoDBCollection", "GremlinResourceGremlinGraph"])(
  "the throughput of a %s is limited, at what is configured",
  async (name) => {
    const resources = [{ type: `azure-native:documentdb:${name}`, props: { options: { throughput: 5000 } } }];
    const config = { maxThroughput: 4000 };
    expect(await judge(data.cosmosThroughput, { resources, config, now: NOW })).toMatchObject([{ outcome: "fail" }]);
  },
);

prove({
  rule: data.appConfigurationLocalAuthentication,
  type: "appconfiguration:ConfigurationStore",
  good: [bag<ConfigurationStoreArgs>({ disableLocalAuth: true })],
  bad: [{ ...bag<ConfigurationStoreArgs>({ disableLocalAuth: false }), at: ["disableLocalAuth"] }],
  empty: "fail",
  unknown: [{ props: { disableLocalAuth: unknown }, at: "disableLocalAuth" }],
});

prove({
  rule: data.redisLocalAuthentication,
  type: "redis:Redis",
  good: [bag<RedisArgs>({ disableAccessKeyAuthentication: true })],
  bad: [{ ...bag<RedisArgs>({ disableAccessKeyAuthentication: false }), at: ["disableAccessKeyAuthentication"] }],
  empty: "fail",
  unknown: [{ props: { disableAccessKeyAuthentication: unknown }, at: "disableAccessKeyAuthentication" }],
});

test("a cache by the name of an earlier provider is the same type", async () => {
  const resources = [{ type: "azure-native:cache/v20240301:Redis", props: {} }];
  expect(await judge(data.redisLocalAuthentication, { resources })).toMatchObject([{ outcome: "fail" }]);
});
