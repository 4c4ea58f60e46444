import { CognitiveServicesManagementClient } from "@azure/arm-cognitiveservices";
import { SecretClient } from "@azure/keyvault-secrets";
import { type Simulation, simulation } from "./simulation";

const location = "swedencentral";
const account = { location, kind: "OpenAI", sku: { name: "S0" }, properties: {} };
const ACCOUNTS = "Microsoft.CognitiveServices/accounts";
const VERSION = "api-version=2025-06-01";

let azure: Simulation;
afterEach(() => azure.door.close());

const group = () => `/subscriptions/${azure.subscription}/resourceGroups/rg`;
const path = (rest: string, version = VERSION) => `${group()}/providers/${rest}?${version}`;

async function put(name: string): Promise<void> {
  const { status } = await azure.call("PUT", path(`${ACCOUNTS}/${name}`), account);
  expect(status).toBe(201);
}

test("a resource is created with 201, changed with 200, shown, and deleted with 200 and then 204", async () => {
  azure = await simulation();
  const id = path(`${ACCOUNTS}/ai`);
  const created = await azure.call("PUT", id, { ...account, tags: { a: "1" } });
  expect([created.status, created.body.id]).toEqual([201, `${group()}/providers/${ACCOUNTS}/ai`]);
  expect((await azure.call("PUT", id, { ...account, tags: { a: "2" } })).status).toBe(200);
  const patched = await azure.call("PATCH", id, { tags: { b: "3" } });
  expect([patched.status, patched.body.tags, patched.body.sku]).toEqual([200, { a: "2", b: "3" }, { name: "S0" }]);
  expect((await azure.call("GET", id)).body).toEqual(patched.body);
  expect((await azure.call("HEAD", id)).status).toBe(204);
  expect((await azure.call("DELETE", id)).status).toBe(200);
  expect((await azure.call("DELETE", id)).status).toBe(204);
  expect((await azure.call("HEAD", id)).status).toBe(404);
});

test.each([
  ["a resource that is not there", "GET", () => path(`${ACCOUNTS}/none`), undefined, 404, "ResourceNotFound"],
  [
    "a group that is not there",
    "GET",
    () => path(`${ACCOUNTS}/none`).replace("/rg/", "/nowhere/"),
    undefined,
    404,
    "ResourceGroupNotFound",
  ],
  ["no api-version", "GET", () => path(`${ACCOUNTS}/none`, ""), undefined, 400, "MissingApiVersionParameter"],
  [
    "an api-version that is no date",
    "GET",
    () => path(`${ACCOUNTS}/none`, "api-version=latest"),
    undefined,
    400,
    "InvalidApiVersionParameter",
  ],
  [
    "an api-version that the type never had",
    "GET",
    () => path(`${ACCOUNTS}/none`, "api-version=2020-02-30"),
    undefined,
    400,
    "NoRegisteredProviderFound",
  ],
  [
    "a type that Azure does not have",
    "GET",
    () => path("Microsoft.Search/searchEngines/x"),
    undefined,
    404,
    "InvalidResourceType",
  ],
  [
    "a resource without a location",
    "PUT",
    () => path(`${ACCOUNTS}/ai`),
    { ...account, location: undefined },
    400,
    "LocationRequired",
  ],
  ["a body that is no JSON object", "PUT", () => path(`${ACCOUNTS}/ai`), "[1]", 400, "InvalidRequestContent"],
  [
    "what the model refuses",
    "PUT",
    () => path(`${ACCOUNTS}/ai`),
    { ...account, sku: { name: "S9" } },
    400,
    "InvalidResourceProperties",
  ],
  [
    "a child without its parent",
    "PUT",
    () => path(`${ACCOUNTS}/none/deployments/chat`),
    { properties: {} },
    404,
    "ParentResourceNotFound",
  ],
  ["an action that is not simulated", "POST", () => path(`${ACCOUNTS}/ai/explode`), {}, 404, "InvalidResourceType"],
])("%s is answered as Azure does", async (_, method, at, body, status, code) => {
  azure = await simulation();
  const answer = await azure.call(method, at(), body);
  expect([answer.status, answer.body.error.code]).toEqual([status, code]);
  expect(answer.body.error.message).not.toBe("");
  expect(answer.headers["x-ms-request-id"]).toMatch(/^[0-9a-f-]{36}$/);
});

test("a list comes in pages, and an item that goes meanwhile shifts no other", async () => {
  azure = await simulation({ pageSize: 2 });
  for (const name of ["a1", "b2", "c3", "d4", "e5"]) await put(name);
  const client = new CognitiveServicesManagementClient(azure.credential(), azure.subscription, azure.arm);
  const names = [];
  for await (const page of client.accounts.listByResourceGroup("rg").byPage()) {
    names.push(page.map(({ name }) => name));
    if (names.length === 1) await azure.call("DELETE", path(`${ACCOUNTS}/a1`));
  }
  expect(names).toEqual([["a1", "b2"], ["c3", "d4"], ["e5"]]);
  const everywhere = [];
  for await (const { name } of client.accounts.list()) everywhere.push(name);
  expect(everywhere).toEqual(["b2", "c3", "d4", "e5"]);
});

test("a long-running operation is under way for as long as asked, and a client that polls sees its end", async () => {
  azure = await simulation({ operationMilliseconds: 300 });
  const started = await azure.call("PUT", path(`${ACCOUNTS}/slow`), account);
  expect([started.status, started.body.properties.provisioningState]).toEqual([201, "Creating"]);
  const operation = String(started.headers["azure-asyncoperation"]).replace(azure.door.resourceManager, "");
  expect((await azure.call("GET", operation)).body.status).toBe("InProgress");
  await new Promise((resolve) => setTimeout(resolve, 350));
  expect((await azure.call("GET", operation)).body.status).toBe("Succeeded");
  expect((await azure.call("GET", path(`${ACCOUNTS}/slow`))).body.properties.provisioningState).toBe("Succeeded");
  const client = new CognitiveServicesManagementClient(azure.credential(), azure.subscription, azure.arm);
  const begun = Date.now();
  await client.accounts.beginDeleteAndWait("rg", "slow", { updateIntervalInMs: 50 });
  expect(Date.now() - begun).toBeGreaterThanOrEqual(300);
  expect((await azure.call("GET", path(`${ACCOUNTS}/slow`))).status).toBe(404);
});

test("a child is its own resource, listed under its parent", async () => {
  azure = await simulation();
  const version = "api-version=2025-05-01";
  const network = path("Microsoft.Network/virtualNetworks/net", version);
  await azure.call("PUT", network, { location, properties: { addressSpace: { addressPrefixes: ["10.0.0.0/16"] } } });
  const subnets = path("Microsoft.Network/virtualNetworks/net/subnets", version);
  const properties = { addressPrefix: "10.0.1.0/24" };
  await azure.call("PUT", subnets.replace("?", "/jobs?"), { properties });
  const { body } = await azure.call("GET", subnets);
  expect(body.value).toEqual([
    expect.objectContaining({ name: "jobs", properties: expect.objectContaining(properties) }),
  ]);
});

test("a deleted account holds its name until it is purged or restored, and keeps its keys when it is restored", async () => {
  azure = await simulation();
  await put("ai");
  const client = new CognitiveServicesManagementClient(azure.credential(), azure.subscription, azure.arm);
  const keys = await client.accounts.regenerateKey("rg", "ai", "Key1");
  await client.accounts.beginDeleteAndWait("rg", "ai");
  const refused = await azure.call("PUT", path(`${ACCOUNTS}/ai`), account);
  expect([refused.status, refused.body.error.code]).toEqual([409, "FlagMustBeSetForRestore"]);
  const listed = [];
  for await (const { name } of client.deletedAccounts.list()) listed.push(name);
  expect(listed).toEqual(["ai"]);
  await client.accounts.beginCreateAndWait("rg", "ai", { ...account, properties: { restore: true } });
  expect(await client.accounts.listKeys("rg", "ai")).toEqual(keys);
  await client.accounts.beginDeleteAndWait("rg", "ai");
  await client.deletedAccounts.beginPurgeAndWait(location, "rg", "ai");
  await put("ai");
});

test("a deleted vault is listed, and purged only where it is not protected", async () => {
  azure = await simulation();
  const version = "api-version=2024-11-01";
  const vault = (name: string, more: object) =>
    azure.call("PUT", path(`Microsoft.KeyVault/vaults/${name}`, version), {
      location,
      properties: { tenantId: azure.world.identity.tenantId, sku: { family: "A", name: "standard" }, ...more },
    });
  await vault("open", {});
  await vault("kept", { enablePurgeProtection: true });
  for (const name of ["open", "kept"]) await azure.call("DELETE", path(`Microsoft.KeyVault/vaults/${name}`, version));
  const provider = `/subscriptions/${azure.subscription}/providers/Microsoft.KeyVault`;
  const { body } = await azure.call("GET", `${provider}/deletedVaults?${version}`);
  expect(body.value.map((each: { name: string }) => each.name)).toEqual(["open", "kept"]);
  const purge = (name: string) =>
    azure.call("POST", `${provider}/locations/${location}/deletedVaults/${name}/purge?${version}`);
  expect([(await purge("open")).status, (await purge("kept")).status]).toEqual([200, 409]);
  expect((await vault("open", {})).status).toBe(201);
  expect((await vault("kept", {})).body.error.code).toBe("ConflictError");
});

test("a principal that asks too much is told how long to wait, and others are not", async () => {
  azure = await simulation({
    throttling: {
      resourceManager: {
        reads: { size: 3, perSecond: 0.5 },
        writes: { size: 5, perSecond: 1 },
        deletes: { size: 1, perSecond: 1 },
      },
    },
  });
  const read = (objectId?: string) =>
    azure.call("GET", `${group()}?api-version=2021-04-01`, undefined, {
      authorization: `Bearer ${azure.door.token("https://management.azure.com", { objectId })}`,
    });
  const first = await read();
  expect([first.status, first.headers["x-ms-ratelimit-remaining-subscription-reads"]]).toEqual([200, "2"]);
  await read();
  await read();
  const refused = await read();
  expect([refused.status, refused.body.error.code, refused.headers["retry-after"]]).toEqual([
    429,
    "SubscriptionRequestsThrottled",
    "2",
  ]);
  expect((await read("somebody-else")).status).toBe(200);
});

test("the tenant's subscriptions are listed, and a disabled one can be read and cleared alone", async () => {
  azure = await simulation();
  await put("ai");
  const own = `/subscriptions/${azure.subscription}`;
  const { body } = await azure.call("GET", "/subscriptions?api-version=2022-12-01");
  expect(body.value).toEqual([
    expect.objectContaining({ id: own, state: "Enabled", tenantId: azure.world.identity.tenantId }),
  ]);
  azure.door.control.subscriptions.set({ state: "Disabled" });
  expect((await azure.call("GET", `${own}?api-version=2022-12-01`)).body.state).toBe("Disabled");
  const listKeys = () => azure.call("POST", path(`${ACCOUNTS}/ai/listKeys`));
  const refused = await listKeys();
  expect([refused.status, refused.body.error.code]).toEqual([409, "ReadOnlyDisabledSubscription"]);
  expect((await azure.call("GET", path(`${ACCOUNTS}/ai`))).status).toBe(200);
  azure.door.control.subscriptions.set({ state: "Enabled" });
  expect((await listKeys()).status).toBe(200);
  const other = await azure.call("GET", "/subscriptions/11111111-1111-4111-8111-111111111111?api-version=2022-12-01");
  expect([other.status, other.body.error.code]).toEqual([404, "SubscriptionNotFound"]);
});

test("a write with a condition happens only where it holds", async () => {
  azure = await simulation();
  const id = path(`${ACCOUNTS}/ai`);
  const write = async (headers: Record<string, string>) => (await azure.call("PUT", id, account, headers)).status;
  expect(await write({ "if-match": "*" })).toBe(412);
  expect(await write({ "if-none-match": "*" })).toBe(201);
  expect(await write({ "if-none-match": "*" })).toBe(412);
  const { body } = await azure.call("GET", id);
  expect(await write({ "if-match": '"another"' })).toBe(412);
  expect(await write({ "if-match": body.etag })).toBe(200);
});

test("a role assignment is written, listed at its scope and shown as Azure does", async () => {
  azure = await simulation();
  const name = "33333333-3333-4333-8333-333333333333";
  const roleDefinitionId = `/subscriptions/${azure.subscription}/providers/Microsoft.Authorization/roleDefinitions/acdd72a7-3385-48ef-bd42-f606fba81ae7`;
  const at = `${group()}/providers/Microsoft.Authorization/roleAssignments`;
  const version = "?api-version=2022-04-01";
  const properties = { roleDefinitionId, principalId: "somebody", principalType: "ServicePrincipal" };
  const made = await azure.call("PUT", `${at}/${name}${version}`, { properties });
  expect([made.status, made.body.properties]).toEqual([
    201,
    expect.objectContaining({ ...properties, scope: group() }),
  ]);
  const { body } = await azure.call("GET", `${at}${version}`);
  expect(body.value.map((each: { name: string }) => each.name)).toEqual([name]);
  const again = await azure.call("PUT", `${at}/44444444-4444-4444-8444-444444444444${version}`, { properties });
  expect([again.status, again.body.error.code]).toEqual([409, "RoleAssignmentExists"]);
});

test("Azure's own roles are read by their id and found by their name", async () => {
  azure = await simulation();
  const at = `/subscriptions/${azure.subscription}/providers/Microsoft.Authorization/roleDefinitions`;
  const version = "api-version=2022-04-01";
  const { body } = await azure.call("GET", `${at}?${version}&$filter=${encodeURIComponent("roleName eq 'Reader'")}`);
  const [reader] = body.value;
  expect(body.value).toHaveLength(1);
  expect(reader.properties).toMatchObject({
    type: "BuiltInRole",
    permissions: [{ actions: ["*/read"], dataActions: [] }],
  });
  expect((await azure.call("GET", `${at}/${reader.name}?${version}`)).body).toEqual(reader);
});

test("a vault that is recovered has its secrets again", async () => {
  azure = await simulation();
  const version = "api-version=2024-11-01";
  const id = path("Microsoft.KeyVault/vaults/safe", version);
  const vault = (more: object) => ({
    location,
    properties: { tenantId: azure.world.identity.tenantId, sku: { family: "A", name: "standard" }, ...more },
  });
  await azure.call("PUT", id, vault({}));
  const secrets = new SecretClient(azure.door.vaultUri("safe"), azure.credential(), azure.vault);
  await secrets.setSecret("key", "kept");
  await azure.call("DELETE", id);
  await expect(secrets.getSecret("key")).rejects.toMatchObject({ statusCode: 404 });
  expect((await azure.call("PUT", id, vault({ createMode: "recover" }))).status).toBe(201);
  expect((await secrets.getSecret("key")).value).toBe("kept");
});
