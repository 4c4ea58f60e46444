import { type Bag, EngineClient } from "../provider/engine-client";
import { secretOf } from "../provider/secrets";

let engine: EngineClient;
beforeEach(async () => {
  engine = await EngineClient.start();
  await engine.register("azure-native:resources:ResourceGroup", "g", {
    resourceGroupName: "rg",
    location: "swedencentral",
  });
});
afterEach(() => engine.stop());

function add(type: string, inputs: Bag) {
  return engine.register(`azure-native:${type}`, "thing", { resourceGroupName: "rg", ...inputs });
}

test("a storage account tells its endpoints", async () => {
  const { outputs } = await add("storage:StorageAccount", {
    accountName: "acct",
    kind: "StorageV2",
    sku: { name: "Standard_LRS" },
  });
  expect(outputs.primaryEndpoints).toMatchObject({
    blob: "https://acct.blob.core.windows.net/",
    dfs: "https://acct.dfs.core.windows.net/",
    web: expect.stringMatching(/^https:\/\/acct\.z\d+\.web\.core\.windows\.net\/$/),
  });
  expect(outputs.sku).toEqual({ name: "Standard_LRS", tier: "Standard" });
});

test("account keys are secrets, the same ones every time", async () => {
  await add("storage:StorageAccount", { accountName: "acct", kind: "StorageV2", sku: { name: "Standard_LRS" } });
  const list = () =>
    engine.invoke("azure-native:storage:listStorageAccountKeys", { resourceGroupName: "rg", accountName: "acct" });
  const first = await list();
  const keys = first.keys as Bag[];
  expect(keys.map((key) => key.keyName)).toEqual(["key1", "key2"]);
  const [key] = keys.map((each) => each.value as Bag);
  const value = String(key?.value);
  expect(key).toEqual(secretOf(value));
  expect(Buffer.from(value, "base64")).toHaveLength(64);
  expect(await list()).toEqual(first);
});

test("a Foundry account tells its endpoints and its identity", async () => {
  const { outputs } = await add("cognitiveservices:Account", {
    accountName: "ai",
    kind: "AIServices",
    sku: { name: "S0" },
    identity: { type: "SystemAssigned" },
    properties: { customSubDomainName: "claims", allowProjectManagement: true, publicNetworkAccess: "Disabled" },
  });
  expect(outputs.properties).toMatchObject({
    endpoint: "https://claims.cognitiveservices.azure.com/",
    endpoints: { "OpenAI Language Model Instance API": "https://claims.openai.azure.com/" },
    publicNetworkAccess: "Disabled",
    provisioningState: "Succeeded",
  });
  expect(outputs.identity).toEqual({
    type: "SystemAssigned",
    tenantId: engine.world.identity.tenantId,
    principalId: expect.stringMatching(/^[0-9a-f-]{36}$/),
  });
});

test("a user-assigned identity's ids are found wherever it is assigned", async () => {
  const identity = await add("managedidentity:UserAssignedIdentity", { resourceName: "id" });
  const app = await add("web:WebApp", {
    name: "app",
    identity: { type: "UserAssigned", userAssignedIdentities: [identity.id] },
  });
  const { clientId, principalId } = identity.outputs;
  expect(app.outputs.identity).toEqual({
    type: "UserAssigned",
    userAssignedIdentities: { [identity.id]: { clientId, principalId } },
  });
});

test("a vault secret's value does not come back", async () => {
  await add("keyvault:Vault", {
    vaultName: "vault-1",
    properties: { tenantId: "t", sku: { family: "A", name: "standard" } },
  });
  const { outputs } = await add("keyvault:Secret", {
    vaultName: "vault-1",
    secretName: "s",
    properties: { value: secretOf("hidden") },
  });
  expect(JSON.stringify(outputs)).not.toContain("hidden");
  expect(outputs.properties).toMatchObject({ secretUri: "https://vault-1.vault.azure.net/secrets/s" });
});

test("Application Insights' keys are secrets in its outputs", async () => {
  const { outputs } = await add("applicationinsights:Component", {
    resourceName: "ai",
    kind: "web",
    applicationType: "web",
  });
  expect(outputs.instrumentationKey).toEqual(secretOf(expect.stringMatching(/^[0-9a-f-]{36}$/) as unknown as string));
  expect((outputs.connectionString as Bag).value).toMatch(/^InstrumentationKey=[0-9a-f-]{36};IngestionEndpoint=https:/);
});

test("a network's inline subnets have ids and exist", async () => {
  const net = await add("network:VirtualNetwork", {
    virtualNetworkName: "net",
    addressSpace: { addressPrefixes: ["10.0.0.0/16"] },
    subnets: [{ name: "default", addressPrefix: "10.0.1.0/24" }],
  });
  const subnet = (net.outputs.subnets as Bag[])[0];
  expect(subnet).toMatchObject({ name: "default", addressPrefix: "10.0.1.0/24", id: `${net.id}/subnets/default` });
  expect(engine.world.resource(`${net.id}/subnets/default`)?.armType).toBe("Microsoft.Network/virtualNetworks/subnets");
});

test("a private endpoint brings its network interface and tells its address", async () => {
  const vault = await add("keyvault:Vault", {
    vaultName: "vault-1",
    properties: { tenantId: "t", sku: { family: "A", name: "standard" } },
  });
  const { outputs } = await add("network:PrivateEndpoint", {
    privateEndpointName: "pe",
    subnet: { id: "s" },
    privateLinkServiceConnections: [{ name: "c", groupIds: ["vault"], privateLinkServiceId: vault.id }],
  });
  expect(outputs.customDnsConfigs).toEqual([{ fqdn: "vault-1.vault.azure.net", ipAddresses: ["10.0.0.4"] }]);
  const nic = (outputs.networkInterfaces as Bag[])[0]?.id as string;
  expect(engine.world.resource(nic)?.armType).toBe("Microsoft.Network/networkInterfaces");
});

test("a cluster's kubeconfig is a secret that names the cluster's host", async () => {
  const cluster = await add("containerservice:ManagedCluster", {
    resourceName: "aks",
    dnsPrefix: "aks",
    agentPoolProfiles: [{ name: "system", mode: "System", count: 1 }],
  });
  const args = { resourceGroupName: "rg", resourceName: "aks" };
  const result = await engine.invoke("azure-native:containerservice:listManagedClusterUserCredentials", args);
  const [value = ""] = (result.kubeconfigs as Bag[]).map((each) => String((each.value as Bag).value));
  expect(Buffer.from(value, "base64").toString()).toContain(`server: https://${cluster.outputs.fqdn}:443`);
});

test("a container app is reached under its environment's domain", async () => {
  const environment = await add("app:ManagedEnvironment", { environmentName: "env" });
  const { outputs } = await add("app:ContainerApp", {
    containerAppName: "web",
    managedEnvironmentId: environment.id,
    configuration: { ingress: { external: true, targetPort: 80 }, secrets: [{ name: "p", value: secretOf("hidden") }] },
  });
  expect(outputs.configuration).toMatchObject({ ingress: { fqdn: `web.${environment.outputs.defaultDomain}` } });
  expect(JSON.stringify(outputs)).not.toContain("hidden");
});

test("a function of a type that the model does not know gives its shape, keys as secrets", async () => {
  const keys = await engine.invoke("azure-native:maps:listAccountKeys", {
    resourceGroupName: "rg",
    accountName: "maps",
  });
  expect(keys.primaryKey).toEqual(secretOf(expect.any(String) as unknown as string));
  expect([...engine.world.unmodelledTypes]).toContain("azure-native:maps:listAccountKeys");
});

test("a getter reads what exists, and takes the rest to exist", async () => {
  await add("network:PublicIPAddress", { publicIpAddressName: "ip" });
  const known = await engine.invoke("azure-native:network:getPublicIPAddress", {
    resourceGroupName: "rg",
    publicIpAddressName: "ip",
  });
  const assumed = await engine.invoke("azure-native:resources:getResourceGroup", { resourceGroupName: "hub" });
  expect(known.ipAddress).toMatch(/^20\./);
  expect(assumed).toMatchObject({ name: "hub", location: "westeurope" });
  expect(await engine.invoke("azure-native:authorization:getClientConfig", {})).toEqual({ ...engine.world.identity });
});
