import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createWorld } from "@ringfence/simulator/world";
import { EngineClient, urnOf } from "./engine-client";

let engine: EngineClient;
beforeEach(async () => {
  engine = await EngineClient.start();
});
afterEach(() => engine.stop());

const VAULT = "azure-native:keyvault:Vault";
const vault = { resourceGroupName: "rg", properties: { tenantId: "t", sku: { family: "A", name: "standard" } } };

async function createVault(client = engine) {
  await client.register("azure-native:resources:ResourceGroup", "g", {
    resourceGroupName: "rg",
    location: "westeurope",
  });
  return client.register(VAULT, "kv", vault);
}

test("a refresh of what nobody touched changes neither inputs nor outputs", async () => {
  const created = await createVault();
  const read = await engine.read(created);
  expect(read).toEqual({ id: created.id, inputs: created.inputs, outputs: created.outputs });
});

test("a refresh shows what somebody changed, in the inputs too, and nothing else", async () => {
  const created = await createVault();
  engine.world.alter(created.id, {
    properties: { ...(created.outputs.properties as object), sku: { family: "A", name: "premium" } },
  });
  const read = await engine.read(created);
  expect(read.inputs.properties).toEqual({ tenantId: "t", sku: { family: "A", name: "premium" } });
  expect(read.inputs.location).toBe("westeurope");
});

test("what the state knows and Azure does not is gone", async () => {
  const created = await createVault();
  await engine.delete(created);
  expect((await engine.read(created)).id).toBe("");
});

test("a resource that a program asks for by id exists, marked as assumed, and is the same next time", async () => {
  const id = `/subscriptions/${engine.world.identity.subscriptionId}/resourceGroups/hub/providers/Microsoft.KeyVault/vaults/shared`;
  const wanted = { urn: urnOf(VAULT, "shared"), type: VAULT, id };
  const first = await engine.read(wanted);
  expect(first.id).toBe(id);
  expect(first.outputs).toMatchObject({
    name: "shared",
    type: "Microsoft.KeyVault/vaults",
    location: "westeurope",
    properties: { vaultUri: "https://shared.vault.azure.net/", tenantId: engine.world.identity.tenantId },
  });
  expect(engine.world.resource(id)?.assumed).toBe(true);
  expect(await engine.read(wanted)).toEqual(first);
});

test("what is read exists with its resource group, so that more can be put there", async () => {
  const group = `/subscriptions/${engine.world.identity.subscriptionId}/resourceGroups/hub`;
  const id = `${group}/providers/Microsoft.KeyVault/vaults/shared`;
  await engine.read({ urn: urnOf(VAULT, "shared"), type: VAULT, id });
  const lock = await engine.register("azure-native:authorization:ManagementLockByScope", "keep", {
    scope: id,
    level: "CanNotDelete",
  });
  expect(lock.id.startsWith(`${id}/providers/Microsoft.Authorization/locks/keep`)).toBe(true);
  expect(engine.world.resource(group)?.assumed).toBe(true);
});

test("deleting what is not there is done", async () => {
  const created = await createVault();
  await engine.delete(created);
  await expect(engine.delete(created)).resolves.toBeUndefined();
});

describe("a world kept in a file", () => {
  const folder = mkdtempSync(join(tmpdir(), "world-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  test("is there again after a restart, and a refresh is clean", async () => {
    const file = join(folder, "world.json");
    const before = await EngineClient.start({ file });
    const created = await createVault(before);
    await before.stop();
    const after = await EngineClient.start({ file });
    expect(await after.read(created)).toEqual({ id: created.id, inputs: created.inputs, outputs: created.outputs });
    await after.stop();
  });

  test("is refused when the file holds something else", () => {
    const file = join(folder, "other.json");
    writeFileSync(file, "[]");
    expect(() => createWorld({ file })).toThrow(`${file} is not a simulated Azure's state`);
  });
});
