import { EngineClient } from "./engine-client";
import { secretOf } from "./secrets";

const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

let engine: EngineClient;
beforeEach(async () => {
  engine = await EngineClient.start();
});
afterEach(() => engine.stop());

const account = {
  resourceGroupName: "rg",
  location: "swedencentral",
  kind: "AIServices",
  sku: { name: "S0" },
  properties: { customSubDomainName: "claims", disableLocalAuth: true },
};

test("a preview creates nothing, knows the inputs, and leaves unknown what only Azure can say, at any depth", async () => {
  const { id, outputs } = await engine.register("azure-native:cognitiveservices:Account", "ai", account, true);
  expect(id).toBe("");
  expect(engine.world.resources()).toEqual([]);
  expect(outputs).toMatchObject({
    kind: "AIServices",
    location: "swedencentral",
    azureApiVersion: "2025-06-01",
    name: UNKNOWN,
    identity: UNKNOWN,
    sku: { name: "S0", tier: UNKNOWN },
    properties: { customSubDomainName: "claims", disableLocalAuth: true, endpoint: UNKNOWN, endpoints: UNKNOWN },
  });
  expect(outputs.resourceGroupName).toBeUndefined();
});

test("a preview refuses nothing that only Azure would", async () => {
  const preview = await engine.register(
    "azure-native:cognitiveservices:Deployment",
    "chat",
    { resourceGroupName: "nowhere", accountName: "nobody", sku: { name: "Standard" }, properties: {} },
    true,
  );
  expect(preview.id).toBe("");
});

test("a secret input stays a secret in the outputs, in preview and up, at its own place", async () => {
  const inputs = { ...account, tags: { plain: "a", hidden: secretOf("b") } };
  const preview = await engine.register("azure-native:cognitiveservices:Account", "ai", inputs, true);
  expect(preview.outputs.tags).toEqual({ plain: "a", hidden: secretOf("b") });
  await engine.register("azure-native:resources:ResourceGroup", "g", {
    resourceGroupName: "rg",
    location: "westeurope",
  });
  const up = await engine.register("azure-native:cognitiveservices:Account", "ai", inputs);
  expect(up.outputs.tags).toEqual({ plain: "a", hidden: secretOf("b") });
});

test("an unknown input is unknown in the outputs", async () => {
  const { outputs } = await engine.register(
    "azure-native:cognitiveservices:Account",
    "ai",
    { ...account, tags: UNKNOWN },
    true,
  );
  expect(outputs.tags).toBe(UNKNOWN);
});

test("the preview of an update keeps the name, and unknown what may change", async () => {
  await engine.register("azure-native:resources:ResourceGroup", "g", {
    resourceGroupName: "rg",
    location: "westeurope",
  });
  const created = await engine.register("azure-native:cognitiveservices:Account", "ai", account);
  const outputs = await engine.update(created, { ...created.inputs, tags: { a: "b" } }, true);
  expect(outputs.name).toBe(created.outputs.name);
  expect(outputs.tags).toEqual({ a: "b" });
  expect(outputs.etag).toBe(UNKNOWN);
});
