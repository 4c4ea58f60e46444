import * as wire from "@pulumi/pulumi/proto/provider_pb";
import { EngineClient } from "./engine-client";

const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
const ACCOUNT = "azure-native:storage:StorageAccount";
const account = { kind: "StorageV2", sku: { name: "Standard_LRS" } };

let engine: EngineClient;
beforeEach(async () => {
  engine = await EngineClient.start();
});
afterEach(() => engine.stop());

const { Mode } = wire.CheckRequest.AutonamingOptions;

function autonaming(mode: wire.CheckRequest.AutonamingOptions.Mode, name = "") {
  return (request: wire.CheckRequest) => {
    const options = new wire.CheckRequest.AutonamingOptions();
    options.setMode(mode);
    options.setProposedName(name);
    request.setAutonaming(options);
  };
}

test("a top-level resource is named after itself with eight random digits that the seed decides", async () => {
  const first = await engine.check(ACCOUNT, "sa", { ...account, resourceGroupName: "rg" });
  const again = await engine.check(ACCOUNT, "sa", { ...account, resourceGroupName: "rg" });
  const other = await engine.check(ACCOUNT, "sa", { ...account, resourceGroupName: "rg" }, {}, (request) =>
    request.setRandomseed(new Uint8Array(32).fill(8)),
  );
  expect(first.inputs.accountName).toMatch(/^sa[0-9a-f]{8}$/);
  expect(again.inputs.accountName).toBe(first.inputs.accountName);
  expect(other.inputs.accountName).not.toBe(first.inputs.accountName);
  expect(first.inputs.__createBeforeDelete).toBe(true);
});

test("a child is named exactly as in the program", async () => {
  const { inputs } = await engine.check("azure-native:cognitiveservices:Deployment", "chat", {
    resourceGroupName: "rg",
    accountName: "ai",
  });
  expect(inputs.deploymentName).toBe("chat");
  expect(inputs.__createBeforeDelete).toBeUndefined();
});

test("a role assignment gets a UUID", async () => {
  const { inputs } = await engine.check("azure-native:authorization:RoleAssignment", "r", {
    principalId: "p",
    roleDefinitionId: "d",
    scope: "/subscriptions/x",
  });
  expect(inputs.roleAssignmentName).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

test("a made-up name stays on update, whatever the seed", async () => {
  const first = await engine.check(ACCOUNT, "sa", { ...account, resourceGroupName: "rg" });
  const second = await engine.check(ACCOUNT, "sa", { ...account, resourceGroupName: "rg" }, first.inputs, (request) =>
    request.setRandomseed(new Uint8Array(32).fill(9)),
  );
  expect(second.inputs).toEqual(first.inputs);
});

test.each([
  [Mode.ENFORCE, "azure-native:authorization:RoleAssignment", "roleAssignmentName", "given"],
  [Mode.PROPOSE, ACCOUNT, "accountName", "given"],
  [Mode.PROPOSE, "azure-native:cognitiveservices:Deployment", "deploymentName", "given"],
  [Mode.DISABLE, ACCOUNT, "accountName", undefined],
])("the project's autonaming is honoured (mode %s, %s)", async (mode, type, property, expected) => {
  const { inputs } = await engine.check(type, "sa", { resourceGroupName: "rg" }, {}, autonaming(mode, "given"));
  expect(inputs[property]).toBe(expected);
});

test("the location comes from the resource group, and is unknown while the group is", async () => {
  const group = await engine.register("azure-native:resources:ResourceGroup", "rg", { location: "swedencentral" });
  const known = await engine.check(ACCOUNT, "sa", { ...account, resourceGroupName: String(group.outputs.name) });
  const unknown = await engine.check(ACCOUNT, "sa", { ...account, resourceGroupName: UNKNOWN });
  const explicit = await engine.check(ACCOUNT, "sa", { ...account, resourceGroupName: UNKNOWN, location: "global" });
  expect(known.inputs.location).toBe("swedencentral");
  expect(unknown.inputs.location).toBe(UNKNOWN);
  expect(explicit.inputs.location).toBe("global");
});

test("a resource group without any location gets the world's, and the world says so", async () => {
  const { inputs } = await engine.check("azure-native:resources:ResourceGroup", "rg", {});
  const [urn = "", assumption] = [...engine.world.assumptions][0] ?? [];
  expect(inputs.location).toBe("westeurope");
  expect(urn).toMatch(/::azure-native:resources:ResourceGroup::rg$/);
  expect(assumption).toBe(
    "A resource group has no location and azure-native:location is not set: westeurope is assumed. " +
      "Azure itself would refuse it; set one with `pulumi config set azure-native:location <region>`.",
  );
});

test("a configured location is taken, and nothing is assumed", async () => {
  await engine.configure({ "azure-native:config:location": "uksouth" });
  const { inputs } = await engine.check("azure-native:resources:ResourceGroup", "rg", {});
  expect(inputs.location).toBe("uksouth");
  expect(engine.world.assumptions.size).toBe(0);
});

test("a type without a location gets none", async () => {
  const { inputs } = await engine.check("azure-native:storage:BlobContainer", "c", {
    resourceGroupName: UNKNOWN,
    accountName: "a",
  });
  expect(inputs.location).toBeUndefined();
});

test("the API version is the default, or the one that the token of a local package names", async () => {
  const standard = await engine.check("azure-native:cognitiveservices:Account", "a", { resourceGroupName: "rg" });
  const local = await engine.check("azure-native_cognitiveservices_v20251001preview:cognitiveservices:Account", "a", {
    resourceGroupName: "rg",
  });
  const blob = await engine.check("azure-native:storage:Blob", "b", {
    resourceGroupName: "rg",
    accountName: "a",
    containerName: "c",
  });
  expect(standard.inputs.azureApiVersion).toBe("2025-06-01");
  expect(local.inputs.azureApiVersion).toBe("2025-10-01-preview");
  expect(blob.inputs.azureApiVersion).toBeUndefined();
});

test("every missing required input is reported, as azure-native words it", async () => {
  const { failures } = await engine.check(ACCOUNT, "sa", {});
  expect(failures.map((failure) => failure.reason)).toEqual([
    "missing required property 'kind'",
    "missing required property 'resourceGroupName'",
    "missing required property 'sku'",
  ]);
});

test("a name that azure-native refuses itself fails the check with length and pattern", async () => {
  const bad = await engine.check(ACCOUNT, "sa", {
    ...account,
    resourceGroupName: "rg",
    accountName: "My-Very-Long-Storage-Account",
  });
  expect(bad.failures).toEqual([
    { property: "accountName", reason: "'accountName' is too long (28): at most 24 characters allowed" },
    { property: "accountName", reason: "'accountName' does not match expression '^[a-z0-9]+$'" },
  ]);
  const unknown = await engine.check(ACCOUNT, "sa", { ...account, resourceGroupName: "rg", accountName: UNKNOWN });
  expect(unknown.failures).toEqual([]);
});
