import { type Bag, EngineClient, type Registered } from "../provider/engine-client";

let engine: EngineClient;
let seed = 0;
beforeEach(async () => {
  // Long enough that a second write comes in the middle of the first one on a machine with much else to do.
  engine = await EngineClient.start({ operationMilliseconds: 250 });
  await engine.register("azure-native:resources:ResourceGroup", "g", {
    resourceGroupName: "rg",
    location: "swedencentral",
  });
  seed = 0;
});
afterEach(() => engine.stop());

/** Registers under a fresh logical name, so that only Azure's own rules can collide. */
function add(type: string, inputs: Bag): Promise<Registered> {
  seed += 1;
  return engine.register(`azure-native:${type}`, `r${seed}`, { resourceGroupName: "rg", ...inputs });
}

function refuses(wanted: Promise<unknown>, status: number, code: string): Promise<void> {
  return expect(wanted).rejects.toThrow(`Status=${status} Code="${code}" Message="`);
}

const storage = { kind: "StorageV2", sku: { name: "Standard_LRS" } };
const vault = { properties: { tenantId: "t", sku: { family: "A", name: "standard" } } };
const foundry = {
  kind: "AIServices",
  sku: { name: "S0" },
  properties: { customSubDomainName: "claims", allowProjectManagement: true },
};
const chat = {
  accountName: "ai",
  sku: { name: "DataZoneStandard", capacity: 120 },
  properties: { model: { format: "OpenAI", name: "gpt-5.4", version: "2026-03-05" } },
};

test("a resource group that does not exist", () =>
  refuses(add("storage:StorageAccount", { ...storage, resourceGroupName: "nowhere" }), 404, "ResourceGroupNotFound"));

test("a parent that does not exist", () =>
  refuses(
    add("storage:BlobContainer", { accountName: "nobody", containerName: "box" }),
    404,
    "ParentResourceNotFound",
  ));

test("but not a parent that no program can create, if what holds it exists", async () => {
  const container = { fabricName: "Azure", containerName: "storagecontainer;storage;rg;sa" };
  const properties = { containerType: "StorageContainer", friendlyName: "sa" };
  await add("recoveryservices:Vault", { vaultName: "safe", sku: { name: "Standard" }, properties: {} });
  const inSafe = await add("recoveryservices:ProtectionContainer", { ...container, vaultName: "safe", properties });
  expect(inSafe.id).toMatch(/\/vaults\/safe\/backupFabrics\/Azure\/protectionContainers\//);
  await refuses(
    add("recoveryservices:ProtectionContainer", { ...container, vaultName: "nowhere", properties }),
    404,
    "ParentResourceNotFound",
  );
});

test("a scope that does not exist", () => {
  const scope = `/subscriptions/${engine.world.identity.subscriptionId}/resourceGroups/rg/providers/Microsoft.Storage/storageAccounts/no`;
  return refuses(add("monitor:DiagnosticSetting", { resourceUri: scope }), 404, "ResourceNotFound");
});

test("what lies in another subscription is not judged", async () => {
  const scope = "/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/hub";
  const lock = await add("authorization:ManagementLockByScope", { scope, level: "CanNotDelete" });
  expect(lock.id).toBe(`${scope}/providers/Microsoft.Authorization/locks/${lock.inputs.lockName}`);
});

test("a resource that exists already", async () => {
  await add("storage:StorageAccount", { ...storage, accountName: "same" });
  await expect(add("storage:StorageAccount", { ...storage, accountName: "same" })).rejects.toThrow(
    "cannot create already existing resource '/subscriptions/",
  );
});

describe("a name that is taken in another resource group", () => {
  beforeEach(() =>
    engine.register("azure-native:resources:ResourceGroup", "h", {
      resourceGroupName: "other",
      location: "swedencentral",
    }),
  );

  test.each<[string, Bag, number, string]>([
    ["storage:StorageAccount", { ...storage, accountName: "taken1" }, 409, "StorageAccountAlreadyTaken"],
    ["keyvault:Vault", { ...vault, vaultName: "taken-1" }, 409, "VaultAlreadyExists"],
    ["cognitiveservices:Account", { ...foundry, accountName: "a" + "i" }, 409, "CustomDomainInUse"],
    ["containerregistry:Registry", { registryName: "taken1", sku: { name: "Basic" } }, 409, "AlreadyInUse"],
    ["web:WebApp", { name: "taken1" }, 409, "Conflict"],
    ["sql:Server", { serverName: "taken1" }, 409, "NameAlreadyExists"],
    [
      "appconfiguration:ConfigurationStore",
      { configStoreName: "taken1", sku: { name: "standard" } },
      409,
      "NameUnavailable",
    ],
    [
      "cosmosdb:DatabaseAccount",
      { accountName: "taken1", databaseAccountOfferType: "Standard", locations: [] },
      400,
      "BadRequest",
    ],
    ["servicebus:Namespace", { namespaceName: "taken1" }, 409, "Conflict"],
  ])("%s", async (type, inputs, status, code) => {
    await add(type, inputs);
    await refuses(add(type, { ...inputs, resourceGroupName: "other" }), status, code);
  });

  test("a Service Bus and an Event Hubs namespace share one namespace of names", async () => {
    await add("servicebus:Namespace", { namespaceName: "taken1" });
    await refuses(add("eventhub:Namespace", { namespaceName: "taken1" }), 409, "Conflict");
  });
});

test.each<[string, Bag, string]>([
  ["keyvault:Vault", { ...vault, vaultName: "no--double" }, "VaultNameNotValid"],
  ["storage:BlobContainer", { accountName: "acct", containerName: "Upper" }, "InvalidResourceName"],
  [
    "app:Job",
    { jobName: "Upper", environmentId: "e", configuration: { replicaTimeout: 1, triggerType: "Manual" } },
    "ContainerAppInvalidName",
  ],
  [
    "authorization:RoleAssignment",
    { roleAssignmentName: "not-a-guid", principalId: "p", roleDefinitionId: "r", scope: "" },
    "InvalidRoleAssignmentId",
  ],
])("a name that is invalid: %s", async (type, inputs, code) => {
  await add("storage:StorageAccount", { ...storage, accountName: "acct" });
  const scope = `/subscriptions/${engine.world.identity.subscriptionId}/resourceGroups/rg`;
  await refuses(add(type, { ...inputs, ...(inputs.scope === undefined ? {} : { scope }) }), 400, code);
});

describe("a soft-deleted name", () => {
  test.each<[string, Bag, number, string]>([
    ["keyvault:Vault", { ...vault, vaultName: "gone-1" }, 409, "ConflictError"],
    ["cognitiveservices:Account", { ...foundry, accountName: "gone1" }, 409, "FlagMustBeSetForRestore"],
    [
      "apimanagement:ApiManagementService",
      { serviceName: "gone1", publisherEmail: "e", publisherName: "n", sku: { name: "Developer", capacity: 1 } },
      400,
      "ServiceAlreadyExistsInSoftDeletedState",
    ],
    ["machinelearningservices:Workspace", { workspaceName: "gone1" }, 409, "Conflict"],
  ])("%s is blocked until its time has passed", async (type, inputs, status, code) => {
    await engine.delete(await add(type, inputs));
    await refuses(add(type, inputs), status, code);
    engine.world.clock.advance(91 * 86_400_000);
    await expect(add(type, inputs)).resolves.toMatchObject({ type: `azure-native:${type}` });
  });

  test("is given back to who asks to restore it", async () => {
    await engine.delete(await add("cognitiveservices:Account", { ...foundry, accountName: "gone1" }));
    const restored = { ...foundry, accountName: "gone1", properties: { ...foundry.properties, restore: true } };
    await expect(add("cognitiveservices:Account", restored)).resolves.toMatchObject({ outputs: { name: "gone1" } });
  });

  test("is blocked as well when its resource group was deleted", async () => {
    const group = await engine.register("azure-native:resources:ResourceGroup", "t", {
      resourceGroupName: "temp",
      location: "swedencentral",
    });
    await add("keyvault:Vault", { ...vault, resourceGroupName: "temp", vaultName: "gone-1" });
    await engine.delete(group);
    expect(engine.world.inside(group.id)).toEqual([]);
    await refuses(add("keyvault:Vault", { ...vault, vaultName: "gone-1" }), 409, "ConflictError");
  });
});

describe("a model deployment", () => {
  beforeEach(() => add("cognitiveservices:Account", { ...foundry, accountName: "ai" }));

  const deploy = (change: Bag) => add("cognitiveservices:Deployment", { ...chat, ...change });
  const model = (name: string, version: string) => ({ properties: { model: { format: "OpenAI", name, version } } });

  test("that Azure offers is made", async () => {
    const made = await deploy({});
    expect(made.outputs.properties).toMatchObject({ provisioningState: "Succeeded", model: { name: "gpt-5.4" } });
  });

  test("beside another one at the same moment", async () => {
    const results = await Promise.allSettled([deploy({ deploymentName: "one" }), deploy({ deploymentName: "two" })]);
    expect(results.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"]);
    const refused = results.find((result) => result.status === "rejected");
    expect(String(refused?.reason)).toContain('Status=409 Code="RequestConflict"');
  });

  test("one after another is fine", async () => {
    await deploy({ deploymentName: "one" });
    await expect(deploy({ deploymentName: "two" })).resolves.toMatchObject({ outputs: { name: "two" } });
  });

  test("while a project is being made on the account", async () => {
    const deploying = deploy({});
    await new Promise((resolve) => setTimeout(resolve, 5));
    await refuses(
      add("cognitiveservices:Project", { accountName: "ai", location: "swedencentral" }),
      409,
      "AccountProvisioningStateInvalid",
    );
    await deploying;
  });

  test.each<[string, Bag, string]>([
    ["a SKU that does not exist", { sku: { name: "Turbo", capacity: 1 } }, "InvalidResourceProperties"],
    ["a version that does not exist", model("gpt-5.4", "2020-01-01"), "DeploymentModelNotSupported"],
    ["a retired version", model("gpt-4o", "2024-08-06"), "ServiceModelDeprecated"],
    [
      "a SKU that the region does not offer",
      { ...model("codex-mini", "2025-05-16"), sku: { name: "Standard", capacity: 1 } },
      "ServiceModelDeprecated",
    ],
    ["more than the quota", { sku: { name: "DataZoneStandard", capacity: 301 } }, "InsufficientQuota"],
    [
      "too few provisioned units",
      { sku: { name: "DataZoneProvisionedManaged", capacity: 7 } },
      "InvalidResourceProperties",
    ],
    [
      "a content filter that does not exist",
      { properties: { ...chat.properties, raiPolicyName: "strict" } },
      "InvalidResourceProperties",
    ],
    [
      "a spillover target that does not exist",
      { properties: { ...chat.properties, spilloverDeploymentName: "payg" } },
      "InvalidResourceProperties",
    ],
  ])("with %s", (_, change, code) => refuses(deploy(change), 400, code));

  test("quota is counted over the accounts of a region", async () => {
    await add("cognitiveservices:Account", {
      ...foundry,
      accountName: "second",
      properties: { customSubDomainName: "second" },
    });
    await deploy({ sku: { name: "DataZoneStandard", capacity: 200 } });
    await refuses(
      deploy({ accountName: "second", sku: { name: "DataZoneStandard", capacity: 101 } }),
      400,
      "InsufficientQuota",
    );
    await expect(
      deploy({ accountName: "second", sku: { name: "DataZoneStandard", capacity: 100 } }),
    ).resolves.toBeDefined();
  });

  test("a higher tier has more quota", async () => {
    const rich = await EngineClient.start({ quotaTier: 3 });
    const register = (type: string, inputs: Bag) =>
      rich.register(`azure-native:${type}`, "chat", { resourceGroupName: "rg", ...inputs });
    await register("resources:ResourceGroup", { location: "swedencentral" });
    await register("cognitiveservices:Account", { ...foundry, accountName: "ai" });
    await expect(
      register("cognitiveservices:Deployment", { ...chat, sku: { name: "DataZoneStandard", capacity: 301 } }),
    ).resolves.toBeDefined();
    await rich.stop();
  });
});

test.each<[string, Bag, string]>([
  ["storage:StorageAccount", { kind: "StorageV2", sku: { name: "Gold" } }, "InvalidValuesForRequestParameters"],
  ["cognitiveservices:Account", { ...foundry, sku: { name: "F9" } }, "InvalidResourceProperties"],
  ["search:Service", { sku: { name: "gold" } }, "InvalidResourceProperties"],
  ["containerregistry:Registry", { sku: { name: "Gold" } }, "InvalidSku"],
  ["sql:Server", { administratorLogin: "pulumi", administratorLoginPassword: "simple" }, "PasswordNotComplex"],
  ["operationalinsights:Workspace", { retentionInDays: 7 }, "InvalidParameter"],
  ["keyvault:Vault", { properties: { ...vault.properties, enablePurgeProtection: false } }, "BadRequest"],
])("settings that the service does not take: %s", (type, inputs, code) => refuses(add(type, inputs), 400, code));

test("a subnet outside its network", async () => {
  await add("network:VirtualNetwork", {
    virtualNetworkName: "net",
    addressSpace: { addressPrefixes: ["10.0.0.0/16"] },
  });
  await expect(
    add("network:Subnet", { virtualNetworkName: "net", addressPrefix: "10.0.1.0/24" }),
  ).resolves.toBeDefined();
  await refuses(
    add("network:Subnet", { virtualNetworkName: "net", addressPrefix: "10.1.0.0/24" }),
    400,
    "NetcfgInvalidSubnet",
  );
});

test("a role that the principal has already", async () => {
  const scope = `/subscriptions/${engine.world.identity.subscriptionId}/resourceGroups/rg`;
  const role = { scope, principalId: "p", roleDefinitionId: "/providers/Microsoft.Authorization/roleDefinitions/abc" };
  await add("authorization:RoleAssignment", role);
  await refuses(add("authorization:RoleAssignment", role), 409, "RoleAssignmentExists");
});

describe("a delete lock", () => {
  const scope = () => `/subscriptions/${engine.world.identity.subscriptionId}/resourceGroups/rg`;

  test("holds its scope, until it is deleted; what is inside the scope can go before it", async () => {
    const account = await add("storage:StorageAccount", { ...storage, accountName: "kept" });
    const lock = await add("authorization:ManagementLockByScope", { scope: scope(), level: "CanNotDelete" });
    const group = { urn: "", type: "azure-native:resources:ResourceGroup", id: scope(), inputs: {}, outputs: {} };
    await refuses(engine.delete(group), 409, "ScopeLocked");
    await engine.delete(account);
    await engine.delete(lock);
    await engine.delete(group);
    expect(engine.world.resources()).toEqual([]);
  });
});

test("a type without a row in the model is accepted and listed", async () => {
  const job = await add("streamanalytics:StreamingJob", { sku: { name: "Standard" } });
  expect(job.outputs.provisioningState).toBe("Succeeded");
  expect([...engine.world.unmodelledTypes]).toEqual(["azure-native:streamanalytics:StreamingJob"]);
});
