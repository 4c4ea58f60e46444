import { type RingName, ringNames } from "@ringfence/core/rings";
import { RoleName, roleDefinitionId } from "@ringfence/core/roles";
import type { MlWorkspaceArgs } from "../../src/ml-workspace/args";
import { MlWorkspace } from "../../src/ml-workspace/ml-workspace";
import { shapeProblems } from "../azure-shapes";
import { type RecordedResource, recordResources } from "../recorded-resources";
import { cpu, reason, workspaceArgs } from "./workspaces";

const ada = "3f2504e0-4f89-41d3-9a0c-0305e82c3301";

async function created(args: MlWorkspaceArgs): Promise<RecordedResource[]> {
  const { resources } = await recordResources(() => void new MlWorkspace("training", args));
  return resources;
}

const recorded = new Map<RingName, Promise<RecordedResource[]>>();

/** What a workspace with unchanged arguments makes, recorded once a ring. */
function plain(ring: RingName): Promise<RecordedResource[]> {
  const recording = recorded.get(ring) ?? created(workspaceArgs(ring));
  recorded.set(ring, recording);
  return recording;
}

const listed = (resources: readonly RecordedResource[]) =>
  resources
    .filter(({ type }) => !type.endsWith(":RoleAssignment"))
    .map(({ type, name }) => `${type.replace("azure-native:", "")} ${name}`)
    .toSorted();

function named(resources: readonly RecordedResource[], name: string, type: string): RecordedResource {
  const found = resources.filter((resource) => resource.name === name && resource.type.endsWith(`:${type}`));
  if (found.length !== 1 || !found[0]) throw new Error(`${found.length} ${type}s are named ${name}`);
  return found[0];
}

const everywhere = [
  "containerregistry:Registry training-registry",
  "keyvault:Vault training-vault",
  "machinelearningservices:Compute training-cluster-cpu",
  "machinelearningservices:Workspace training-workspace",
  "managedidentity:UserAssignedIdentity training-identity",
  "monitor:DiagnosticSetting training-registry-diagnostics",
  "monitor:DiagnosticSetting training-storage-blob-diagnostics",
  "monitor:DiagnosticSetting training-storage-diagnostics",
  "monitor:DiagnosticSetting training-storage-file-diagnostics",
  "monitor:DiagnosticSetting training-vault-diagnostics",
  "monitor:DiagnosticSetting training-workspace-diagnostics",
  "ringfence:index:MlWorkspace training",
  "storage:StorageAccount training-storage",
];
const endpoints = ["registry", "storage-blob", "storage-file", "vault", "workspace"].flatMap((service) => [
  `network:PrivateDnsZoneGroup training-${service}-zones`,
  `network:PrivateEndpoint training-${service}`,
]);

test.each<[RingName, string[]]>([
  ["sandbox", everywhere],
  ["dev", everywhere],
  ["test", [...everywhere, ...endpoints]],
  ["prod", [...everywhere, ...endpoints]],
])("in %s exactly these resources are made, all under the component", async (ring, expected) => {
  const resources = await plain(ring);
  expect(listed(resources)).toEqual(expected.toSorted());
  const [component, ...children] = resources;
  for (const child of children) expect(child.parent).toBe(component?.urn);
});

test("the workspace of a private ring uses identities throughout and is isolated", async () => {
  const { ring } = workspaceArgs("prod");
  const resources = await plain("prod");
  const idOf = (name: string, type: string) => expect.stringMatching(new RegExp(`${type}/${name}$`));
  expect(named(resources, "training-workspace", "Workspace").inputs).toEqual({
    workspaceName: "mlw-training-prod",
    resourceGroupName: "rg-claims",
    location: "swedencentral",
    kind: "Default",
    sku: { name: "Basic", tier: "Basic" },
    friendlyName: "training",
    identity: {
      type: "UserAssigned",
      userAssignedIdentities: [idOf("training-identity", "UserAssignedIdentity")],
    },
    primaryUserAssignedIdentity: idOf("training-identity", "UserAssignedIdentity"),
    storageAccount: idOf("training-storage", "StorageAccount"),
    containerRegistry: idOf("training-registry", "Registry"),
    keyVault: idOf("training-vault", "Vault"),
    applicationInsights: ring.applicationInsightsId,
    systemDatastoresAuthMode: "Identity",
    publicNetworkAccess: "Disabled",
    allowPublicAccessWhenBehindVnet: false,
    v1LegacyMode: false,
    hbiWorkspace: true,
    // enableNetworkMonitor comes from azure-native's SDK
    managedNetwork: { isolationMode: "AllowOnlyApprovedOutbound", outboundRules: {}, enableNetworkMonitor: false },
    provisionNetworkNow: true,
    serverlessComputeSettings: { serverlessComputeNoPublicIP: true },
    imageBuildCompute: "cpu",
    tags: ring.tags,
  });
});

test("the workspace of a closed ring is reached by Entra identities, and its jobs reach the internet", async () => {
  const args = workspaceArgs("dev");
  const internal = {
    ...args,
    ring: { ...args.ring, tags: { ...args.ring.tags, dataSensitivity: "internal" as const } },
  };
  expect(named(await created(internal), "training-workspace", "Workspace").inputs).toMatchObject({
    publicNetworkAccess: "Enabled",
    hbiWorkspace: false,
    managedNetwork: { isolationMode: "AllowInternetOutbound", outboundRules: {} },
  });
});

test("approved hosts and services are rules of the managed network", async () => {
  const outbound = {
    outboundHosts: [
      { host: "pypi.org", reason },
      { host: "*.pythonhosted.org", reason },
    ],
    outboundEndpoints: [{ name: "search", resourceId: "/search", subresource: "searchService" }],
  };
  const rulesIn = async (ring: RingName) => {
    const { managedNetwork } = named(
      await created(workspaceArgs(ring, outbound)),
      "training-workspace",
      "Workspace",
    ).inputs;
    return (managedNetwork as { outboundRules: unknown }).outboundRules;
  };
  const search = {
    type: "PrivateEndpoint",
    category: "UserDefined",
    destination: { serviceResourceId: "/search", subresourceTarget: "searchService", sparkEnabled: false },
  };
  expect(await rulesIn("prod")).toEqual({
    "host-pypi-org": { type: "FQDN", category: "UserDefined", destination: "pypi.org" },
    "host-any-pythonhosted-org": { type: "FQDN", category: "UserDefined", destination: "*.pythonhosted.org" },
    search,
  });
  expect(await rulesIn("dev")).toEqual({ search });
});

test("storage takes no keys, no old TLS and no public blobs", async () => {
  const { ring } = workspaceArgs("prod");
  expect(named(await plain("prod"), "training-storage", "StorageAccount").inputs).toEqual({
    accountName: "sttrainingprodab3de",
    resourceGroupName: "rg-claims",
    location: "swedencentral",
    kind: "StorageV2",
    sku: { name: "Standard_ZRS" },
    allowSharedKeyAccess: false,
    allowBlobPublicAccess: false,
    allowCrossTenantReplication: false,
    defaultToOAuthAuthentication: true,
    isLocalUserEnabled: false,
    minimumTlsVersion: "TLS1_2",
    enableHttpsTrafficOnly: true,
    publicNetworkAccess: "Disabled",
    networkRuleSet: { defaultAction: "Deny", bypass: "AzureServices", ipRules: [], virtualNetworkRules: [] },
    tags: ring.tags,
  });
});

test("the registry has no admin user and cannot be exported from", async () => {
  const { ring } = workspaceArgs("prod");
  expect(named(await plain("prod"), "training-registry", "Registry").inputs).toEqual({
    registryName: "crtrainingprodab3de",
    resourceGroupName: "rg-claims",
    location: "swedencentral",
    sku: { name: "Premium" },
    adminUserEnabled: false,
    anonymousPullEnabled: false,
    publicNetworkAccess: "Disabled",
    networkRuleBypassOptions: "AzureServices",
    networkRuleSet: { defaultAction: "Deny", ipRules: [] },
    policies: { exportPolicy: { status: "disabled" } },
    zoneRedundancy: "Disabled", // from azure-native's SDK
    tags: ring.tags,
  });
});

test("the workspace's own vault is closed and cannot be purged where the ring says so", async () => {
  const properties = async (ring: RingName) => named(await plain(ring), "training-vault", "Vault").inputs.properties;
  expect(await properties("prod")).toEqual({
    tenantId: workspaceArgs("prod").ring.tenantId,
    sku: { family: "A", name: "standard" },
    enableRbacAuthorization: true,
    enableSoftDelete: true,
    softDeleteRetentionInDays: 90,
    enablePurgeProtection: true,
    // azure-native's SDK adds these three to every vault
    enabledForDeployment: false,
    enabledForDiskEncryption: false,
    enabledForTemplateDeployment: false,
    publicNetworkAccess: "Disabled",
    networkAcls: { defaultAction: "Deny", bypass: "AzureServices", ipRules: [], virtualNetworkRules: [] },
  });
  expect(await properties("dev")).not.toHaveProperty("enablePurgeProtection");
});

const allowedNetworks = [
  { name: "office", range: "203.0.113.0/24", reason },
  { name: "agents", subnetId: "/subnets/agents", reason },
];

test("storage and registry of a closed ring let through the networks that are named", async () => {
  const resources = await created(workspaceArgs("dev", { allowedNetworks }));
  expect(named(resources, "training-storage", "StorageAccount").inputs).toMatchObject({
    sku: { name: "Standard_LRS" },
    publicNetworkAccess: "Enabled",
    networkRuleSet: {
      defaultAction: "Deny",
      ipRules: [{ iPAddressOrRange: "203.0.113.0/24" }],
      virtualNetworkRules: [{ virtualNetworkResourceId: "/subnets/agents" }],
    },
  });
  expect(named(resources, "training-registry", "Registry").inputs).toMatchObject({
    publicNetworkAccess: "Enabled",
    networkRuleSet: { defaultAction: "Deny", ipRules: [{ action: "Allow", iPAddressOrRange: "203.0.113.0/24" }] },
  });
});

test("a private ring stays private whatever networks are named for closed ones", async () => {
  const resources = await created(workspaceArgs("prod", { allowedNetworks }));
  for (const [name, type] of [
    ["training-storage", "StorageAccount"],
    ["training-registry", "Registry"],
  ] as const)
    expect(named(resources, name, type).inputs).toMatchObject({
      publicNetworkAccess: "Disabled",
      networkRuleSet: { defaultAction: "Deny", ipRules: [] },
    });
});

test("a cluster has no public addresses and no logins, and is gone when idle", async () => {
  const clusters = [cpu, { ...cpu, name: "gpu", idleMinutes: 30, priority: "LowPriority" as const }];
  const resources = await created(workspaceArgs("prod", { clusters }));
  expect(named(resources, "training-cluster-cpu", "Compute").inputs).toEqual({
    computeName: "cpu",
    workspaceName: "mlw-training-prod",
    resourceGroupName: "rg-claims",
    location: "swedencentral",
    identity: { type: "SystemAssigned" },
    properties: {
      computeType: "AmlCompute",
      disableLocalAuth: true,
      properties: {
        osType: "Linux",
        vmSize: "Standard_DS3_v2",
        vmPriority: "Dedicated",
        scaleSettings: { minNodeCount: 0, maxNodeCount: 4, nodeIdleTimeBeforeScaleDown: "PT10M" },
        enableNodePublicIp: false,
        remoteLoginPortPublicAccess: "Disabled",
      },
    },
    tags: workspaceArgs("prod").ring.tags,
  });
  expect(named(resources, "training-cluster-gpu", "Compute").inputs.properties).toMatchObject({
    properties: { vmPriority: "LowPriority", scaleSettings: { nodeIdleTimeBeforeScaleDown: "PT30M" } },
  });
});

const grantsOf = (resources: readonly RecordedResource[], principalId: string) =>
  resources
    .filter(({ type, inputs }) => type.endsWith(":RoleAssignment") && inputs.principalId === principalId)
    .map(({ inputs }) => [String(inputs.scope).split("/").at(-1), inputs.roleDefinitionId])
    .toSorted();

const expectedGrants = (...grants: [string, RoleName][]) =>
  grants.map(([scope, role]) => [scope, roleDefinitionId(role)]).toSorted();

test("the workspace waits for the roles that it needs on what lies behind it", async () => {
  const outboundEndpoints = [{ name: "search", resourceId: "/search", subresource: "searchService" }];
  const resources = await created(workspaceArgs("prod", { outboundEndpoints }));
  expect(grantsOf(resources, "id-training-prod-principal")).toEqual(
    expectedGrants(
      ["training-storage", RoleName.Contributor],
      ["training-storage", RoleName.StorageBlobDataContributor],
      ["training-storage", RoleName.AzureAIEnterpriseNetworkConnectionApprover],
      ["training-registry", RoleName.Contributor],
      ["training-registry", RoleName.AzureAIEnterpriseNetworkConnectionApprover],
      ["training-vault", RoleName.Contributor],
      ["training-vault", RoleName.KeyVaultAdministrator],
      ["training-vault", RoleName.AzureAIEnterpriseNetworkConnectionApprover],
      ["appi-claims", RoleName.MonitoringContributor],
      ["search", RoleName.AzureAIEnterpriseNetworkConnectionApprover],
    ),
  );
  const { dependencies } = named(resources, "training-workspace", "Workspace");
  const granted = resources.filter(({ inputs }) => inputs.principalId === "id-training-prod-principal");
  expect(granted.filter(({ urn }) => !dependencies.includes(urn))).toEqual([]);
});

test("clusters, scientists and operators get the least roles for what they do", async () => {
  const principals = {
    scientists: [{ principalId: ada, name: "ada" }],
    operators: [{ principalId: ada, name: "ada" }],
  };
  const resources = await created(workspaceArgs("prod", principals));
  expect(grantsOf(resources, "cpu-principal")).toEqual(
    expectedGrants(["training-storage", RoleName.StorageBlobDataContributor], ["training-registry", RoleName.AcrPull]),
  );
  expect(grantsOf(resources, ada)).toEqual(
    expectedGrants(
      ["training-workspace", RoleName.AzureMLDataScientist],
      ["training-workspace", RoleName.AzureMLComputeOperator],
      ["training-storage", RoleName.StorageBlobDataContributor],
    ),
  );
  const names = resources
    .filter(({ type }) => type.endsWith(":RoleAssignment"))
    .map(({ inputs }) => inputs.roleAssignmentName);
  expect(new Set(names).size).toBe(names.length);
});

test("a vault that is given is used and none is made", async () => {
  const keyVaultId = "/subscriptions/s/vaults/kv-training";
  const resources = await created(workspaceArgs("prod", { keyVaultId }));
  expect(listed(resources).filter((line) => line.includes("vault"))).toEqual([]);
  expect(named(resources, "training-workspace", "Workspace").inputs.keyVault).toBe(keyVaultId);
  expect(grantsOf(resources, "id-training-prod-principal")).toContainEqual([
    "kv-training",
    roleDefinitionId(RoleName.KeyVaultAdministrator),
  ]);
});

test("ServiceMonitors gets what it needs to watch the workspace", async () => {
  const { outputs } = await recordResources(() => ({
    watched: new MlWorkspace("training", workspaceArgs("prod")).watched,
  }));
  expect(outputs.watched).toEqual({
    name: "training",
    resourceId: expect.stringMatching(/Workspace\/training-workspace$/),
    type: "Microsoft.MachineLearningServices/workspaces",
  });
});

test("a workspace without clusters lets Azure build its images", async () => {
  const resources = await created(workspaceArgs("prod", { clusters: undefined }));
  expect(named(resources, "training-workspace", "Workspace").inputs).not.toHaveProperty("imageBuildCompute");
});

test("every mistake is thrown at once and nothing is created", async () => {
  const args = workspaceArgs("dev", { publicAccessWhereClosed: undefined, clusters: [{ ...cpu, maximumNodes: 0 }] });
  const { outputs, resources } = await recordResources(() => {
    try {
      new MlWorkspace("training", args);
      return { message: "accepted" };
    } catch (error) {
      return { message: (error as Error).message };
    }
  });
  expect(outputs.message.split("\n")).toEqual([
    'MlWorkspace "training":',
    "  clusters[0].maximumNodes: 0 is not a whole number from 1 to 100",
    expect.stringMatching(/^ {2}publicAccessWhereClosed: missing; dev has no virtual network/),
  ]);
  expect(resources.filter(({ custom }) => custom)).toEqual([]);
});

test("the same program gives the same inputs twice, and a preview the same resources", async () => {
  const args = () => workspaceArgs("prod", { allowedNetworks, scientists: [{ principalId: ada }] });
  const inputs = async () =>
    JSON.stringify((await created(args())).map(({ name, type, inputs }) => [name, type, inputs]).toSorted());
  expect(await inputs()).toBe(await inputs());
  const { resources } = await recordResources(() => void new MlWorkspace("training", args()), { preview: true });
  expect(listed(resources)).toEqual(listed(await created(args())));
});

test("Azure's type definitions take all inputs, in every ring", async () => {
  const changes: Partial<MlWorkspaceArgs> = {
    allowedNetworks,
    scientists: [{ principalId: ada }],
    outboundHosts: [{ host: "pypi.org", reason }],
    outboundEndpoints: [{ name: "search", resourceId: "/search", subresource: "searchService" }],
  };
  const all: RecordedResource[] = [];
  for (const ring of ringNames) all.push(...(await created(workspaceArgs(ring, changes))));
  expect(shapeProblems(all)).toEqual([]);
});
