import * as pulumi from "@pulumi/pulumi";
import { ringNames } from "@ringfence/core/rings";
import { RoleName, roleDefinitionId } from "@ringfence/core/roles";
import type { RingContext } from "../../src/ring/context";
import type { SecretRotationArgs } from "../../src/rotation/args";
import { SecretRotation } from "../../src/rotation/secret-rotation";
import { plain, shapeProblems } from "../azure-shapes";
import { type RecordedResource, recordResources } from "../recorded-resources";
import { ringContextOf } from "../ring-contexts";

const image = `contoso.azurecr.io/ringfence-operations@sha256:${"0123456789abcdef".repeat(4)}`;
const search = "/subscriptions/1/resourceGroups/rg-search/providers/Microsoft.Search/searchServices/srch";
const account = "/subscriptions/1/resourceGroups/RG-SEARCH/providers/Microsoft.CognitiveServices/accounts/ais";
const registryId = "/subscriptions/1/resourceGroups/rg/providers/Microsoft.ContainerRegistry/registries/contoso";
const SECRET_VALUE = "planted-value-of-a-vendor";

function argsIn(ring: RingContext): SecretRotationArgs {
  return {
    ring,
    image,
    registryId,
    secrets: [
      { name: "search-admin", owner: search, ownerType: "Microsoft.Search/searchServices", maximumAgeDays: 45 },
      { name: "assistant", owner: account, ownerType: "Microsoft.CognitiveServices/accounts" },
    ],
    manualSecrets: [
      { name: "geocoder", value: SECRET_VALUE, issuedOn: "2026-11-01", renewedAt: "console.geocoder.example" },
    ],
    keys: [
      { name: "signing", issuedOn: "2026-11-01" },
      { name: "wrapping", keyType: "EC", issuedOn: "2026-11-01", maximumAgeDays: 40 },
    ],
  };
}

async function rotationIn(ring: RingContext) {
  return recordResources(() => {
    const { secretUris, sweepJobName } = new SecretRotation("keys", argsIn(ring));
    return { secretUris, sweepJobName };
  });
}

function inputsOf(resources: readonly RecordedResource[], name: string, type = ""): Record<string, unknown> {
  const found = resources.filter((resource) => resource.name === name && resource.type.endsWith(type));
  expect([name, found.length]).toEqual([name, 1]);
  return plain(found[0]?.inputs ?? {}) as Record<string, unknown>;
}

const ring = ringContextOf("prod");
let resources: RecordedResource[];
let outputs: { secretUris: Record<string, string>; sweepJobName: string };

beforeAll(async () => {
  ({ resources, outputs } = await rotationIn(ring));
});

test("its children, by type and name, all below the component", () => {
  const [component, ...children] = resources;
  const listed = children.map(({ type, name }) => `${type.split(":").at(-1)} ${name}`).sort();
  expect(listed).toEqual([
    "BlobContainer keys-audit",
    "BlobContainer keys-undelivered-events",
    "DiagnosticSetting keys-environment-logs",
    "DiagnosticSetting keys-store-blob-logs",
    "DiagnosticSetting keys-store-queue-logs",
    "DiagnosticSetting keys-store-table-logs",
    "DiagnosticSetting keys-vault-events-logs",
    "Job keys-rotate",
    "Job keys-sweep",
    "Key keys-key-signing",
    "Key keys-key-wrapping",
    "ManagedEnvironment keys-environment",
    "MetricAlert keys-rotate-rotation-failed",
    "MetricAlert keys-sweep-rotation-failed",
    "MetricAlert keys-vault-events-rotation-events-lost",
    "PrivateDnsZoneGroup keys-store-blob-zones",
    "PrivateDnsZoneGroup keys-store-queue-zones",
    "PrivateDnsZoneGroup keys-store-table-zones",
    "PrivateEndpoint keys-store-blob",
    "PrivateEndpoint keys-store-queue",
    "PrivateEndpoint keys-store-table",
    "Queue keys-expiry-events",
    "Queue keys-expiry-events-poison",
    "RoleAssignment keys-job-counts-events",
    "RoleAssignment keys-job-gives-up-events",
    "RoleAssignment keys-job-keeps-journal",
    "RoleAssignment keys-job-pulls-image",
    "RoleAssignment keys-job-reads-expiries",
    "RoleAssignment keys-job-reads-undelivered",
    "RoleAssignment keys-job-renews-assistant",
    "RoleAssignment keys-job-renews-search-admin",
    "RoleAssignment keys-job-takes-events",
    "RoleAssignment keys-job-writes-audit",
    "RoleAssignment keys-job-writes-secrets",
    "RoleAssignment keys-topic-keeps-undelivered",
    "RoleAssignment keys-topic-sends",
    "RoleDefinition keys-renews-keys",
    "ScheduledQueryRule keys-sweep-rotation-sweep-dead",
    "ScheduledQueryRule keys-vault-secret-near-expiry",
    "Secret keys-secret-geocoder",
    "StorageAccount keys-store",
    "SystemTopic keys-vault-events",
    "SystemTopicEventSubscription keys-expiry",
    "Table keys-journal",
  ]);
  expect(new Set(children.map(({ parent }) => parent))).toEqual(new Set([component?.urn]));
});

test("what is rotated is never declared with a value: only the secret that people renew is in the program", () => {
  const secrets = resources.filter(({ type }) => type === "azure-native:keyvault:Secret");
  expect(secrets.map(({ inputs }) => inputs.secretName)).toEqual(["geocoder"]);
});

test("expiries follow from the day of issue and never from the clock", () => {
  const issued = Date.UTC(2026, 10, 1) / 1000;
  const day = 24 * 60 * 60;
  expect(inputsOf(resources, "keys-secret-geocoder")).toMatchObject({
    vaultName: "kv-claims-ab3de",
    properties: {
      contentType: "text/plain",
      attributes: { enabled: true, notBefore: issued, expires: issued + 60 * day },
    },
    tags: { ...ring.tags, ValidityPeriodDays: "60", renewedAt: "console.geocoder.example" },
  });
  expect(inputsOf(resources, "keys-key-wrapping")).toMatchObject({
    properties: { attributes: { notBefore: issued, expires: issued + 40 * day } },
  });
});

test("Key Vault renews keys 30 days before they expire, and speaks up a week later if it has not", () => {
  expect(inputsOf(resources, "keys-key-signing").properties).toMatchObject({
    kty: "RSA-HSM",
    keySize: 3072,
    rotationPolicy: {
      attributes: { expiryTime: "P60D" },
      lifetimeActions: [
        { action: { type: "rotate" }, trigger: { timeAfterCreate: "P30D" } },
        { action: { type: "notify" }, trigger: { timeBeforeExpiry: "P23D" } },
      ],
    },
  });
  expect(inputsOf(resources, "keys-key-wrapping").properties).toMatchObject({ kty: "EC", curveName: "P-256" });
});

test("the vault's expiry events reach the queue by the topic's own identity, and a container if they cannot", () => {
  expect(inputsOf(resources, "keys-vault-events", "SystemTopic")).toMatchObject({
    source: ring.keyVaultId,
    topicType: "Microsoft.KeyVault.vaults",
    identity: { type: "SystemAssigned" },
    location: "swedencentral",
  });
  expect(inputsOf(resources, "keys-expiry")).toMatchObject({
    filter: {
      includedEventTypes: [
        "Microsoft.KeyVault.SecretNearExpiry",
        "Microsoft.KeyVault.SecretExpired",
        "Microsoft.KeyVault.KeyNearExpiry",
        "Microsoft.KeyVault.KeyExpired",
        "Microsoft.KeyVault.CertificateNearExpiry",
        "Microsoft.KeyVault.CertificateExpired",
      ],
    },
    deliveryWithResourceIdentity: {
      identity: { type: "SystemAssigned" },
      destination: { endpointType: "StorageQueue", queueName: "expiry-events" },
    },
    deadLetterWithResourceIdentity: {
      identity: { type: "SystemAssigned" },
      deadLetterDestination: { endpointType: "StorageBlob" },
    },
    retryPolicy: { eventTimeToLiveInMinutes: 1440, maxDeliveryAttempts: 30 },
  });
});

test("the subscription waits for the roles that its deliveries need", () => {
  const dependencies = resources.find(({ name }) => name === "keys-expiry")?.dependencies ?? [];
  expect(dependencies.filter((urn) => urn.endsWith("::keys-topic-sends"))).toHaveLength(1);
  expect(dependencies.filter((urn) => urn.endsWith("::keys-topic-keeps-undelivered"))).toHaveLength(1);
});

test("the store takes no keys and no network but Microsoft's trusted services, which Event Grid is", () => {
  expect(inputsOf(resources, "keys-store", "StorageAccount")).toMatchObject({
    accountName: "stclaimsprodrotab3de",
    allowSharedKeyAccess: false,
    allowBlobPublicAccess: false,
    isLocalUserEnabled: false,
    minimumTlsVersion: "TLS1_2",
    publicNetworkAccess: "Disabled",
    networkRuleSet: { defaultAction: "Deny", bypass: "AzureServices", ipRules: [], virtualNetworkRules: [] },
    tags: ring.tags,
  });
});

test("the jobs run as the ring's identity in the ring's network, one at events, one daily", () => {
  const identity = { type: "UserAssigned", userAssignedIdentities: [ring.jobsIdentity.id] };
  expect(inputsOf(resources, "keys-environment")).toMatchObject({
    appLogsConfiguration: { destination: "azure-monitor" },
    vnetConfiguration: { infrastructureSubnetId: ring.network?.jobsSubnetId, internal: true },
    publicNetworkAccess: "Disabled",
  });
  const rotate = inputsOf(resources, "keys-rotate");
  expect(rotate).toMatchObject({
    jobName: "caj-claims-prod-rotate",
    identity,
    configuration: {
      triggerType: "Event",
      eventTriggerConfig: {
        scale: {
          rules: [
            {
              type: "azure-queue",
              identity: ring.jobsIdentity.id,
              metadata: { accountName: "stclaimsprodrotab3de", queueName: "expiry-events", queueLength: "1" },
            },
          ],
        },
      },
      registries: [{ server: "contoso.azurecr.io", identity: ring.jobsIdentity.id }],
    },
    template: { containers: [{ image, command: ["ringfence-operations", "rotate"] }] },
  });
  expect(inputsOf(resources, "keys-sweep")).toMatchObject({
    jobName: "caj-claims-prod-sweep",
    identity,
    configuration: { triggerType: "Schedule", scheduleTriggerConfig: { cronExpression: "17 3 * * *" } },
    template: { containers: [{ image, command: ["ringfence-operations", "sweep-secrets"] }] },
  });
  const { configuration } = rotate as { configuration: { secrets?: unknown } };
  expect(configuration.secrets).toBeUndefined();
});

test("the jobs are told what they renew, and nothing secret", () => {
  const { template } = inputsOf(resources, "keys-rotate") as {
    template: { containers: { env: { name: string; value: string }[] }[] };
  };
  const env = Object.fromEntries(template.containers[0]?.env.map(({ name, value }) => [name, value]) ?? []);
  expect(JSON.parse(env.RINGFENCE_SECRETS ?? "")).toEqual([
    {
      name: "search-admin",
      owner: search,
      ownerType: "Microsoft.Search/searchServices",
      maximumAgeDays: 45,
      overlapHours: 24,
    },
    {
      name: "assistant",
      owner: account,
      ownerType: "Microsoft.CognitiveServices/accounts",
      maximumAgeDays: 60,
      overlapHours: 24,
    },
  ]);
  expect(env).toMatchObject({
    AZURE_CLIENT_ID: ring.jobsIdentity.clientId,
    RINGFENCE_KEY_VAULT_URI: "https://kv-claims-ab3de.vault.azure.net/",
    RINGFENCE_EVENTS_QUEUE: "expiry-events",
    RINGFENCE_POISON_QUEUE: "expiry-events-poison",
    RINGFENCE_MAXIMUM_AGE_DAYS: "60",
    RINGFENCE_RING: "prod",
  });
});

test("the jobs may do what they need and nothing else", () => {
  const grants = resources.filter(({ name }) => name.startsWith("keys-job-") && !name.includes("-renews-"));
  const parts = grants.map(({ inputs }) => `${String(inputs.scope).split("/").at(-1)} ${inputs.roleDefinitionId}`);
  const may = (scope: string, role: RoleName) => `${scope} ${roleDefinitionId(role)}`;
  expect(parts.sort()).toEqual(
    [
      may("kv-claims-ab3de", RoleName.KeyVaultSecretsOfficer),
      may("kv-claims-ab3de", RoleName.KeyVaultReader),
      may("keys-expiry-events", RoleName.StorageQueueDataReader),
      may("keys-expiry-events", RoleName.StorageQueueDataMessageProcessor),
      may("keys-expiry-events-poison", RoleName.StorageQueueDataMessageSender),
      may("keys-undelivered-events", RoleName.StorageBlobDataReader),
      may("keys-audit", RoleName.StorageBlobDataContributor),
      may("keys-journal", RoleName.StorageTableDataContributor),
      may("contoso", RoleName.AcrPull),
    ].sort(),
  );
  expect(new Set(grants.map(({ inputs }) => inputs.principalId))).toEqual(new Set([ring.jobsIdentity.principalId]));
});

test("renewing keys is a role of its own with exactly the actions of the owners in use, given on each owner", () => {
  expect(inputsOf(resources, "keys-renews-keys")).toMatchObject({
    roleType: "CustomRole",
    assignableScopes: [ring.resourceGroupId, "/subscriptions/1/resourceGroups/RG-SEARCH"],
    permissions: [
      {
        actions: [
          "Microsoft.CognitiveServices/accounts/listKeys/action",
          "Microsoft.CognitiveServices/accounts/read",
          "Microsoft.CognitiveServices/accounts/regenerateKey/action",
          "Microsoft.Search/searchServices/listAdminKeys/action",
          "Microsoft.Search/searchServices/read",
          "Microsoft.Search/searchServices/regenerateAdminKey/action",
        ],
        notActions: [],
        dataActions: [],
        notDataActions: [],
      },
    ],
  });
  expect(inputsOf(resources, "keys-job-renews-search-admin").scope).toBe(search);
  expect(inputsOf(resources, "keys-job-renews-assistant").scope).toBe(account);
  const role = inputsOf(resources, "keys-renews-keys").roleDefinitionId;
  for (const name of ["keys-job-renews-search-admin", "keys-job-renews-assistant"]) {
    expect(inputsOf(resources, name).roleDefinitionId).toBe(
      `/subscriptions/${ring.subscriptionId}/providers/Microsoft.Authorization/roleDefinitions/${role}`,
    );
    const waitsFor = resources.find((resource) => resource.name === name)?.dependencies ?? [];
    expect(waitsFor.some((urn) => urn.endsWith("::keys-renews-keys"))).toBe(true);
  }
});

test("the jobs wait for their roles and for the doors of their store", () => {
  const dependencies = resources.find(({ name }) => name === "keys-sweep")?.dependencies ?? [];
  for (const name of ["keys-job-writes-secrets", "keys-job-renews-assistant", "keys-store-queue-zones"])
    expect([name, dependencies.some((urn) => urn.endsWith(`::${name}`))]).toEqual([name, true]);
});

test("a secret that nears its expiry, a failed rotation, a dead sweep and lost events raise alerts with runbooks", () => {
  const runbooks = resources
    .filter(({ type }) => type.startsWith("azure-native:monitor:") && !type.endsWith("DiagnosticSetting"))
    .map(({ name, inputs }) => [name, /contoso\.example\/([a-z-]+)\.md/.exec(JSON.stringify(inputs.actions))?.[1]]);
  expect(Object.fromEntries(runbooks)).toEqual({
    "keys-vault-secret-near-expiry": "secret-near-expiry",
    "keys-rotate-rotation-failed": "key-rotation-failure",
    "keys-sweep-rotation-failed": "key-rotation-failure",
    "keys-sweep-rotation-sweep-dead": "rotation-sweep-dead",
    "keys-vault-events-rotation-events-lost": "rotation-events-lost",
  });
  expect(inputsOf(resources, "keys-vault-secret-near-expiry")).toMatchObject({
    criteria: { allOf: [{ query: expect.stringContaining(String(ring.keyVaultId)) }] },
  });
});

test("consumers learn where each secret is, and people which job to start", () => {
  expect(outputs).toEqual({
    secretUris: {
      "search-admin": "https://kv-claims-ab3de.vault.azure.net/secrets/search-admin",
      assistant: "https://kv-claims-ab3de.vault.azure.net/secrets/assistant",
      geocoder: "https://kv-claims-ab3de.vault.azure.net/secrets/geocoder",
    },
    sweepJobName: "caj-claims-prod-sweep",
  });
});

test("a value given as plain text is a secret wherever it goes", async () => {
  const wrapped = resources.flatMap(({ type, inputs }) =>
    JSON.stringify(inputs).includes(SECRET_VALUE) ? [[type, unwrapped(inputs).includes(SECRET_VALUE)]] : [],
  );
  expect(Object.fromEntries(wrapped)).toEqual({
    "ringfence:index:SecretRotation": false,
    "azure-native:keyvault:Secret": false,
  });
});

test("in a closed ring the jobs get a network of their own with a private way to the vault", async () => {
  const closed = (await rotationIn(ringContextOf("dev"))).resources;
  const network = closed.filter(({ type }) => /:(VirtualNetwork|Subnet|PrivateZone|PrivateEndpoint)$/.test(type));
  expect(network.map(({ name }) => name).sort()).toEqual([
    "keys-network",
    "keys-privatelink.blob.core.windows.net",
    "keys-privatelink.queue.core.windows.net",
    "keys-privatelink.table.core.windows.net",
    "keys-privatelink.vaultcore.azure.net",
    "keys-store-blob",
    "keys-store-queue",
    "keys-store-table",
    "keys-subnet-endpoints",
    "keys-subnet-jobs",
    "keys-vault",
  ]);
  expect(inputsOf(closed, "keys-subnet-jobs")).toMatchObject({
    delegations: [{ serviceName: "Microsoft.App/environments" }],
  });
  expect(JSON.stringify(inputsOf(closed, "keys-environment"))).toContain("keys-subnet-jobs");
  const doors = closed.find(({ name }) => name === "keys-sweep")?.dependencies ?? [];
  expect(doors.some((urn) => urn.endsWith("::keys-vault-zones"))).toBe(true);
});

test.each(ringNames)("all inputs in %s are what Azure's types allow", async (name) => {
  const made = (await rotationIn(ringContextOf(name))).resources;
  expect(made.length).toBeGreaterThan(40);
  expect(shapeProblems(made)).toEqual([]);
});

test("every child that can carries the six tags", () => {
  const untaggable = /:(BlobContainer|DiagnosticSetting|PrivateDnsZoneGroup|Queue|Role\w+|Table|\w+EventSubscription)$/;
  const taggable = resources.slice(1).filter(({ type }) => !untaggable.test(type));
  expect(taggable).toHaveLength(16);
  for (const { name, inputs } of taggable)
    expect([name, inputs.tags]).toEqual([name, expect.objectContaining(ring.tags)]);
});

test("a second run makes the same resources with the same inputs", async () => {
  const again = (await rotationIn(ring)).resources;
  const text = (list: RecordedResource[]) => list.map(({ urn, inputs }) => JSON.stringify([urn, inputs])).sort();
  expect(text(again)).toEqual(text(resources));
});

test("a preview shows the same children though no id is known", async () => {
  const program = () => {
    new SecretRotation("keys", argsIn(ring));
  };
  const preview = (await recordResources(program, { preview: true })).resources;
  expect(preview.map(({ urn }) => urn).sort()).toEqual(resources.map(({ urn }) => urn).sort());
});

test("mistakes stop the program before anything is registered", async () => {
  const program = () => {
    new SecretRotation("keys", { ...argsIn(ring), image: "contoso.azurecr.io/jobs:latest", sweepAt: "noon" });
  };
  await expect(recordResources(program)).rejects.toThrow(pulumi.InputPropertiesError);
  await expect(recordResources(program)).rejects.toThrow(
    /^SecretRotation "keys":\n {2}image: "contoso.azurecr.io\/jobs:latest" has no digest; .*\n {2}sweepAt: "noon" is not/,
  );
});

function isWrapped(value: unknown): boolean {
  return typeof value === "object" && value !== null && "4dabf18193072939515e22adb298388d" in value;
}

/** The text of inputs with everything that Pulumi marks as secret left out. */
function unwrapped(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) => (isWrapped(inner) ? "[secret]" : inner));
}
