import { CognitiveServicesManagementClient } from "@azure/arm-cognitiveservices";
import { ServiceBusManagementClient } from "@azure/arm-servicebus";
import { SecretClient } from "@azure/keyvault-secrets";
import { EngineClient } from "../provider/engine-client";
import { secretOf } from "../provider/secrets";
import { type Simulation, simulation } from "./simulation";

/** The same world behind both doors: Pulumi's engine at one, Azure's clients at the other. */
let engine: EngineClient;
let azure: Simulation;
beforeEach(async () => {
  engine = await EngineClient.start();
  azure = await simulation({ world: engine.world });
  await engine.register("azure-native:resources:ResourceGroup", "g", {
    resourceGroupName: "rg",
    location: "swedencentral",
  });
});
afterEach(async () => {
  await azure.door.close();
  await engine.stop();
});

const account = {
  resourceGroupName: "rg",
  accountName: "ai",
  kind: "OpenAI",
  sku: { name: "S0" },
  properties: { customSubDomainName: "ai" },
};

const accounts = () =>
  new CognitiveServicesManagementClient(azure.credential(), azure.subscription, azure.arm).accounts;

test("what a Pulumi program creates, Azure's client reads, and what that changes a refresh sees", async () => {
  const made = await engine.register("azure-native:cognitiveservices:Account", "ai", account);
  expect(await accounts().get("rg", "ai")).toMatchObject({ id: made.id, kind: "OpenAI", location: "swedencentral" });
  await accounts().beginUpdateAndWait("rg", "ai", { tags: { owner: "portal" } });
  const refreshed = await engine.read(made);
  expect(refreshed.outputs.tags).toEqual({ owner: "portal" });
  await accounts().beginDeleteAndWait("rg", "ai");
  expect((await engine.read(made)).id).toBe("");
});

test("what Azure's client creates, Pulumi cannot create again, and imports", async () => {
  await accounts().beginCreateAndWait("rg", "ai", {
    location: "swedencentral",
    kind: "OpenAI",
    sku: { name: "S0" },
    properties: {},
  });
  const creating = engine.register("azure-native:cognitiveservices:Account", "ai", account);
  await expect(creating).rejects.toThrow(/already existing resource/);
  const type = "azure-native:cognitiveservices:Account";
  const id = `/subscriptions/${azure.subscription}/resourceGroups/rg/providers/Microsoft.CognitiveServices/accounts/ai`;
  expect((await engine.read({ urn: "urn:pulumi:dev::shop::x::ai", type, id })).outputs).toMatchObject({
    name: "ai",
    kind: "OpenAI",
  });
});

test("both doors give the same keys, before and after either regenerated one", async () => {
  await engine.register("azure-native:cognitiveservices:Account", "ai", account);
  const listed = () =>
    engine.invoke("azure-native:cognitiveservices:listAccountKeys", { resourceGroupName: "rg", accountName: "ai" });
  const atEngine = async () => {
    const { key1, key2 } = await listed();
    return { key1: (key1 as { value: string }).value, key2: (key2 as { value: string }).value };
  };
  expect(await atEngine()).toEqual(await accounts().listKeys("rg", "ai"));
  const regenerated = await accounts().regenerateKey("rg", "ai", "Key2");
  expect(await atEngine()).toEqual(regenerated);
});

test("an authorization rule that Azure brings along has keys at both doors", async () => {
  await engine.register("azure-native:servicebus:Namespace", "n", {
    resourceGroupName: "rg",
    namespaceName: "jobs-space",
    sku: { name: "Standard" },
  });
  const client = new ServiceBusManagementClient(azure.credential(), azure.subscription, azure.arm);
  const names = [];
  for await (const { name } of client.namespaces.listAuthorizationRules("rg", "jobs-space")) names.push(name);
  expect(names).toEqual(["RootManageSharedAccessKey"]);
  const { primaryKey } = await client.namespaces.listKeys("rg", "jobs-space", "RootManageSharedAccessKey");
  const listed = await engine.invoke("azure-native:servicebus:listNamespaceKeys", {
    resourceGroupName: "rg",
    namespaceName: "jobs-space",
    authorizationRuleName: "RootManageSharedAccessKey",
  });
  expect(listed.primaryKey).toEqual(expect.objectContaining({ value: primaryKey }));
});

test("a secret that a program writes is read from the vault, and a rotated one shows its new version in a refresh", async () => {
  await engine.register("azure-native:keyvault:Vault", "v", {
    resourceGroupName: "rg",
    vaultName: "safe",
    properties: { tenantId: azure.world.identity.tenantId, sku: { family: "A", name: "standard" } },
  });
  const made = await engine.register("azure-native:keyvault:Secret", "s", {
    resourceGroupName: "rg",
    vaultName: "safe",
    secretName: "key",
    properties: { value: secretOf("first"), attributes: { expires: 1_800_000_000 } },
  });
  const client = new SecretClient(azure.door.vaultUri("safe"), azure.credential(), azure.vault);
  const first = await client.getSecret("key");
  expect(first).toMatchObject({ value: "first", properties: { expiresOn: new Date(1_800_000_000_000) } });
  const uri = (outputs: object) =>
    (outputs as { properties: { secretUriWithVersion: string } }).properties.secretUriWithVersion;
  expect(uri(made.outputs)).toBe(first.properties.id);
  const second = await client.setSecret("key", "second");
  const refreshed = await engine.read(made);
  expect(uri(refreshed.outputs)).toBe(second.properties.id);
  expect(JSON.stringify(refreshed)).not.toContain('second"');
});

test("a world that is kept in a file still has its keys and versions when it is opened again", async () => {
  const { createWorld } = await import("@ringfence/simulator/world");
  const { mkdtempSync, rmSync } = await import("node:fs");
  const { tmpdir } = await import("node:os");
  const { join } = await import("node:path");
  const folder = mkdtempSync(join(tmpdir(), "world-"));
  const file = join(folder, "azure.json");
  const open = () => simulation({ world: createWorld({ file }) });
  const first = await open();
  const path = (rest: string) => `/subscriptions/${first.subscription}/resourceGroups/rg${rest}`;
  await first.call("PUT", path("?api-version=2021-04-01"), { location: "swedencentral" });
  const id = path("/providers/Microsoft.CognitiveServices/accounts/ai");
  await first.call("PUT", `${id}?api-version=2025-06-01`, {
    location: "swedencentral",
    kind: "OpenAI",
    sku: { name: "S0" },
    properties: {},
  });
  const { body: regenerated } = await first.call("POST", `${id}/regenerateKey?api-version=2025-06-01`, {
    keyName: "Key1",
  });
  await first.door.close();
  const second = await open();
  const { body: listed } = await second.call("POST", `${id}/listKeys?api-version=2025-06-01`);
  await second.door.close();
  rmSync(folder, { recursive: true });
  expect(listed).toEqual(regenerated);
});
