import { EngineClient } from "./engine-client";

const SUBSCRIPTION = "11111111-2222-4333-8444-555555555555";
const account = { kind: "StorageV2", sku: { name: "Standard_LRS" } };

let engine: EngineClient;
beforeEach(async () => {
  engine = await EngineClient.start({}, { "azure-native:config:subscriptionId": SUBSCRIPTION });
});
afterEach(() => engine.stop());

test("ids, functions and the resource group's location are those of the configured subscription", async () => {
  const group = await engine.register("azure-native:resources:ResourceGroup", "rg", { location: "uksouth" });
  const inGroup = { ...account, resourceGroupName: String(group.outputs.name) };
  const storage = await engine.register("azure-native:storage:StorageAccount", "sa", inGroup);
  const client = await engine.invoke("azure-native:authorization:getClientConfig", {});
  const keys = await engine.invoke("azure-native:storage:listStorageAccountKeys", {
    resourceGroupName: String(group.outputs.name),
    accountName: String(storage.outputs.name),
  });
  expect(storage.id).toBe(
    `/subscriptions/${SUBSCRIPTION}/resourceGroups/${group.outputs.name}/providers/Microsoft.Storage/storageAccounts/${storage.outputs.name}`,
  );
  expect(storage.inputs.location).toBe("uksouth");
  expect(client.subscriptionId).toBe(SUBSCRIPTION);
  expect(keys.keys).toHaveLength(2);
  expect(engine.world.resources("Microsoft.Storage/storageAccounts")).toHaveLength(1);
});

test("a missing group is refused only where programs create groups", async () => {
  const lost = { ...account, resourceGroupName: "lost", location: "uksouth" };
  const elsewhere = await engine.register("azure-native:storage:StorageAccount", "one", lost);
  expect(elsewhere.id).toContain(`/subscriptions/${SUBSCRIPTION}/resourceGroups/lost/`);
  await engine.register("azure-native:resources:ResourceGroup", "rg", { location: "uksouth" });
  await expect(engine.register("azure-native:storage:StorageAccount", "two", lost)).rejects.toThrow(
    'Code="ResourceGroupNotFound"',
  );
});
