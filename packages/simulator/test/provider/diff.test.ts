import * as wire from "@pulumi/pulumi/proto/provider_pb";
import { EngineClient, type Registered } from "./engine-client";
import { secretOf } from "./secrets";

const { DIFF_NONE, DIFF_SOME } = wire.DiffResponse.DiffChanges;

let engine: EngineClient;
let account: Registered;
beforeEach(async () => {
  engine = await EngineClient.start();
  await engine.register("azure-native:resources:ResourceGroup", "g", {
    resourceGroupName: "rg",
    location: "westeurope",
  });
  account = await engine.register("azure-native:storage:StorageAccount", "sa", {
    resourceGroupName: "rg",
    kind: "StorageV2",
    sku: { name: "Standard_LRS" },
    tags: { a: "1" },
  });
});
afterEach(() => engine.stop());

test("equal inputs are no difference, after check as the engine sends them", async () => {
  const { inputs } = await engine.check(
    account.type,
    "sa",
    { resourceGroupName: "rg", kind: "StorageV2", sku: { name: "Standard_LRS" }, tags: { a: "1" } },
    account.inputs,
  );
  const diff = await engine.diff(account, inputs);
  expect(diff.getChanges()).toBe(DIFF_NONE);
  expect(diff.getReplacesList()).toEqual([]);
});

test("a changed tag updates in place and is named by its path", async () => {
  const diff = await engine.diff(account, { ...account.inputs, tags: { a: "2", b: "3" } });
  expect(diff.getChanges()).toBe(DIFF_SOME);
  expect(diff.getReplacesList()).toEqual([]);
  const detail = diff.getDetaileddiffMap();
  expect([...detail.keys()].sort()).toEqual(["tags.a", "tags.b"]);
  expect(detail.get("tags.a")?.getKind()).toBe(wire.PropertyDiff.Kind.UPDATE);
  expect(detail.get("tags.b")?.getKind()).toBe(wire.PropertyDiff.Kind.ADD);
});

test.each([
  ["accountName", "other"],
  ["resourceGroupName", "elsewhere"],
  ["location", "swedencentral"],
  ["isHnsEnabled", true],
])("a changed %s replaces", async (property, value) => {
  const diff = await engine.diff(account, { ...account.inputs, [property]: value });
  expect(diff.getReplacesList()).toEqual([property]);
});

test("a made-up name lets the replacement come first, a given one must go first", async () => {
  const random = await engine.diff(account, { ...account.inputs, location: "swedencentral" });
  expect(random.getDeletebeforereplace()).toBe(false);
  const { __createBeforeDelete: _, ...named } = account.inputs;
  const fixed = await engine.diff({ ...account, inputs: named }, { ...named, location: "swedencentral" });
  expect(fixed.getDeletebeforereplace()).toBe(true);
});

test("display name and short name of a location are equal", async () => {
  const diff = await engine.diff(account, { ...account.inputs, location: "West Europe" });
  expect(diff.getChanges()).toBe(DIFF_NONE);
});

test("ignored changes are none", async () => {
  const diff = await engine.diff(account, { ...account.inputs, tags: { a: "2" } }, ["tags"]);
  expect(diff.getChanges()).toBe(DIFF_NONE);
});

test("a value that only became a secret is no difference", async () => {
  const diff = await engine.diff(account, { ...account.inputs, tags: { a: secretOf("1") } });
  expect(diff.getChanges()).toBe(DIFF_NONE);
});
