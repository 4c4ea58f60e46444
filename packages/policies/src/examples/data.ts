import { type ExampleBag, type Examples, resource } from "./example";
import { inGroup } from "./surroundings";

const storage = (args: ExampleBag = {}) =>
  resource("storage:StorageAccount", "documents", {
    ...inGroup,
    kind: "StorageV2",
    sku: { name: "Standard_ZRS" },
    ...args,
  });

const registry = (args: ExampleBag) =>
  resource("containerregistry:Registry", "images", { ...inGroup, sku: { name: "Premium" }, ...args });

const cosmos = (args: ExampleBag = {}, answer?: ExampleBag) =>
  resource(
    "cosmosdb:DatabaseAccount",
    "conversations",
    { ...inGroup, databaseAccountOfferType: "Standard", locations: [{ locationName: "swedencentral" }], ...args },
    answer,
  );

const container = (maxThroughput: number) =>
  resource("cosmosdb:SqlResourceSqlContainer", "turns", {
    ...inGroup,
    accountName: "cosmos-claims-prod",
    databaseName: "claims",
    resource: { id: "turns", partitionKey: { kind: "Hash", paths: ["/conversation"] } },
    options: { autoscaleSettings: { maxThroughput } },
  });

const store = (args: ExampleBag = {}) =>
  resource("appconfiguration:ConfigurationStore", "settings", { ...inGroup, sku: { name: "Standard" }, ...args });

const cache = (args: ExampleBag = {}) =>
  resource("redis:Redis", "answers", { ...inGroup, sku: { name: "Standard", family: "C", capacity: 1 }, ...args });

export const data: Examples = {
  "storage-local-auth-disabled": {
    bad: [storage()],
    good: [storage({ allowSharedKeyAccess: false })],
  },
  "storage-no-blob-public-access": {
    bad: [storage({ allowBlobPublicAccess: true })],
    good: [storage({ allowBlobPublicAccess: false })],
  },
  "storage-minimum-tls": {
    bad: [storage({ minimumTlsVersion: "TLS1_0" })],
    good: [storage({ minimumTlsVersion: "TLS1_2" })],
  },
  "storage-firewall": {
    bad: [storage()],
    good: [storage({ networkRuleSet: { defaultAction: "Deny", bypass: "AzureServices" } })],
  },
  "registry-no-admin-user": {
    bad: [registry({ adminUserEnabled: true })],
    good: [registry({})],
  },
  "registry-no-public-access": {
    bad: [registry({ anonymousPullEnabled: true })],
    good: [registry({ publicNetworkAccess: "Disabled" })],
  },
  "cosmos-local-auth-disabled": {
    bad: [cosmos()],
    good: [cosmos({ disableLocalAuth: true })],
  },
  "cosmos-no-public-access": {
    bad: [cosmos()],
    good: [cosmos({ publicNetworkAccess: "Disabled" })],
  },
  "cosmos-key-age": {
    bad: [cosmos({}, { keysMetadata: { primaryMasterKey: { generationTime: "2025-02-01T00:00:00Z" } } })],
    good: [cosmos({}, { keysMetadata: { primaryMasterKey: { generationTime: "2026-10-01T00:00:00Z" } } })],
  },
  "cosmos-maximum-throughput": {
    bad: [container(100_000)],
    good: [container(10_000)],
  },
  "app-configuration-local-auth-disabled": {
    bad: [store()],
    good: [store({ disableLocalAuth: true })],
  },
  "redis-local-auth-disabled": {
    bad: [cache()],
    good: [cache({ disableAccessKeyAuthentication: true, redisConfiguration: { aadEnabled: "true" } })],
  },
};
