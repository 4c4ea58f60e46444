import { createHmac } from "node:crypto";
import { ApiManagementClient } from "@azure/arm-apimanagement";
import { CognitiveServicesManagementClient } from "@azure/arm-cognitiveservices";
import { CosmosDBManagementClient } from "@azure/arm-cosmosdb";
import { EventGridManagementClient } from "@azure/arm-eventgrid";
import { EventHubManagementClient } from "@azure/arm-eventhub";
import { OperationalInsightsManagementClient } from "@azure/arm-operationalinsights";
import { SearchManagementClient } from "@azure/arm-search";
import { ServiceBusManagementClient } from "@azure/arm-servicebus";
import { StorageManagementClient } from "@azure/arm-storage";
import { BlobServiceClient, StorageSharedKeyCredential } from "@azure/storage-blob";
import { send } from "./send";
import { type Simulation, simulation } from "./simulation";

const location = "swedencentral";

let azure: Simulation;
beforeAll(async () => {
  azure = await simulation();
});
afterAll(() => azure.door.close());

/** Id of a resource in the test's group. */
const idOf = (rest: string) => `/subscriptions/${azure.subscription}/resourceGroups/rg/providers/${rest}`;

/** The status with which a service's data plane answers. */
async function knock(id: string, path: string, headers: Record<string, string>, method = "GET"): Promise<number> {
  const url = `${azure.door.serviceEndpoint(idOf(id))}${path}`;
  return (await send(azure.door, method, url, method === "POST" ? {} : undefined, headers)).status;
}

test("Cognitive Services: regenerating a key changes that key, and only living keys open the account", async () => {
  const client = new CognitiveServicesManagementClient(azure.credential(), azure.subscription, azure.arm);
  const id = "Microsoft.CognitiveServices/accounts/ai";
  await client.accounts.beginCreateAndWait("rg", "ai", {
    location,
    kind: "OpenAI",
    sku: { name: "S0" },
    properties: {},
  });
  const before = await client.accounts.listKeys("rg", "ai");
  expect(await knock(id, "/openai/models", { "api-key": before.key1 ?? "" })).toBe(200);
  const after = await client.accounts.regenerateKey("rg", "ai", "Key1");
  expect(after.key2).toBe(before.key2);
  expect(await client.accounts.listKeys("rg", "ai")).toEqual(after);
  expect(await knock(id, "/openai/models", { "api-key": before.key1 ?? "" })).toBe(401);
  expect(await knock(id, "/openai/models", { "api-key": after.key1 ?? "" })).toBe(200);
  expect(await knock(id, "/openai/models", {})).toBe(401);
});

test("Search: admin keys open all, query keys only documents, deleted ones nothing", async () => {
  const client = new SearchManagementClient(azure.credential(), azure.subscription, azure.arm);
  const id = "Microsoft.Search/searchServices/find";
  await client.services.beginCreateOrUpdateAndWait("rg", "find", { location, sku: { name: "basic" } });
  const before = await client.adminKeys.get("rg", "find");
  const after = await client.adminKeys.regenerate("rg", "find", "secondary");
  expect(after.primaryKey).toBe(before.primaryKey);
  expect(await knock(id, "/indexes", { "api-key": before.secondaryKey ?? "" })).toBe(403);
  expect(await knock(id, "/indexes", { "api-key": after.secondaryKey ?? "" })).toBe(200);
  const made = await client.queryKeys.create("rg", "find", "reader");
  const names = [];
  for await (const key of client.queryKeys.listBySearchService("rg", "find")) names.push(key.name);
  expect(names).toEqual(["", "reader"]);
  expect(await knock(id, "/indexes/docs-index/docs", { "api-key": made.key ?? "" })).toBe(200);
  expect(await knock(id, "/indexes", { "api-key": made.key ?? "" })).toBe(403);
  await client.queryKeys.delete("rg", "find", made.key ?? "");
  expect(JSON.stringify(azure.door.calls)).not.toContain(made.key);
  expect(await knock(id, "/indexes/docs-index/docs", { "api-key": made.key ?? "" })).toBe(403);
});

test("Storage: a blob client with a regenerated key is refused, with the new one it lists containers", async () => {
  const client = new StorageManagementClient(azure.credential(), azure.subscription, azure.arm);
  const account = await client.storageAccounts.beginCreateAndWait("rg", "disk", {
    location,
    kind: "StorageV2",
    sku: { name: "Standard_LRS" },
    enableHttpsTrafficOnly: true,
  });
  expect(account).toMatchObject({ name: "disk", enableHttpsTrafficOnly: true });
  await client.blobContainers.create("rg", "disk", "box", {});
  const [old] = (await client.storageAccounts.listKeys("rg", "disk")).keys ?? [];
  const [fresh] = (await client.storageAccounts.regenerateKey("rg", "disk", { keyName: "key1" })).keys ?? [];
  const containers = async (key: string) => {
    const url = azure.door.serviceEndpoint(idOf("Microsoft.Storage/storageAccounts/disk"));
    // The storage clients pass this on, though their type does not name it.
    const options = { tlsOptions: azure.arm.tlsOptions, retryOptions: { maxTries: 1 } };
    const blobs = new BlobServiceClient(url, new StorageSharedKeyCredential("disk", key), options);
    const names = [];
    for await (const each of blobs.listContainers()) names.push(each.name);
    return names;
  };
  await expect(containers(old?.value ?? "")).rejects.toMatchObject({ statusCode: 403 });
  expect(await containers(fresh?.value ?? "")).toEqual(["box"]);
});

test("Cosmos DB: each of the four keys is regenerated by its kind, and a read-only key reads alone", async () => {
  const client = new CosmosDBManagementClient(azure.credential(), azure.subscription, azure.arm);
  const id = "Microsoft.DocumentDB/databaseAccounts/store";
  await client.databaseAccounts.beginCreateOrUpdateAndWait("rg", "store", {
    location,
    databaseAccountOfferType: "Standard",
    locations: [{ locationName: location }],
  });
  const before = await client.databaseAccounts.listKeys("rg", "store");
  await client.databaseAccounts.beginRegenerateKeyAndWait("rg", "store", { keyKind: "primaryReadonly" });
  const after = await client.databaseAccounts.listKeys("rg", "store");
  expect({ ...after, primaryReadonlyMasterKey: "" }).toEqual({ ...before, primaryReadonlyMasterKey: "" });
  const signed = (key: string, method = "get") => {
    const date = new Date().toUTCString().toLowerCase();
    const text = `${method}\ndbs\n\n${date}\n\n`;
    const signature = createHmac("sha256", Buffer.from(key, "base64")).update(text).digest("base64");
    return { "x-ms-date": date, authorization: encodeURIComponent(`type=master&ver=1.0&sig=${signature}`) };
  };
  expect(await knock(id, "/dbs", signed(before.primaryReadonlyMasterKey ?? ""))).toBe(401);
  expect(await knock(id, "/dbs", signed(after.primaryReadonlyMasterKey ?? ""))).toBe(200);
  expect(await knock(id, "/dbs", signed(after.primaryReadonlyMasterKey ?? "", "post"), "POST")).toBe(403);
});

test.each([
  ["Service Bus", "Microsoft.ServiceBus"],
  ["Event Hubs", "Microsoft.EventHub"],
] as const)("%s: a signature with a living key of a rule sends", async (_, namespace) => {
  const clients = {
    "Microsoft.ServiceBus": new ServiceBusManagementClient(azure.credential(), azure.subscription, azure.arm),
    "Microsoft.EventHub": new EventHubManagementClient(azure.credential(), azure.subscription, azure.arm),
  };
  const client = clients[namespace];
  const name = `${namespace.split(".")[1]?.toLowerCase()}-space`;
  await client.namespaces.beginCreateOrUpdateAndWait("rg", name, { location, sku: { name: "Standard" } });
  await client.namespaces.createOrUpdateAuthorizationRule("rg", name, "sender", { rights: ["Send"] });
  const before = await client.namespaces.listKeys("rg", name, "sender");
  const after = await client.namespaces.regenerateKeys("rg", name, "sender", { keyType: "SecondaryKey" });
  expect(after.primaryKey).toBe(before.primaryKey);
  expect(after.secondaryConnectionString).toContain(`SharedAccessKey=${after.secondaryKey}`);
  const signed = (key: string, rule = "sender") => {
    const [uri, expiry] = [
      encodeURIComponent(`https://${name}.servicebus.windows.net/`),
      Math.floor(Date.now() / 1000) + 60,
    ];
    const signature = encodeURIComponent(createHmac("sha256", key).update(`${uri}\n${expiry}`).digest("base64"));
    return { authorization: `SharedAccessSignature sr=${uri}&sig=${signature}&se=${expiry}&skn=${rule}` };
  };
  const id = `${namespace}/namespaces/${name}`;
  expect(await knock(id, "/jobs/messages", signed(before.secondaryKey ?? ""), "POST")).toBe(401);
  expect(await knock(id, "/jobs/messages", signed(after.secondaryKey ?? ""), "POST")).toBe(201);
  expect(await knock(id, "/jobs/messages", signed(after.secondaryKey ?? "", "nobody"), "POST")).toBe(401);
  expect(await knock(id, "/$Resources/queues", signed(after.primaryKey ?? ""))).toBe(401);
});

test("Event Grid: a publisher needs a living key of the topic", async () => {
  const client = new EventGridManagementClient(azure.credential(), azure.subscription, azure.arm);
  await client.topics.beginCreateOrUpdateAndWait("rg", "news", { location });
  const before = await client.topics.listSharedAccessKeys("rg", "news");
  const after = await client.topics.beginRegenerateKeyAndWait("rg", "news", { keyName: "key2" });
  expect(after.key1).toBe(before.key1);
  const id = "Microsoft.EventGrid/topics/news";
  expect(await knock(id, "/api/events", { "aeg-sas-key": before.key2 ?? "" }, "POST")).toBe(401);
  expect(await knock(id, "/api/events", { "aeg-sas-key": after.key2 ?? "" }, "POST")).toBe(200);
});

test("API Management: keys of subscriptions, and the values of named values", async () => {
  const client = new ApiManagementClient(azure.credential(), azure.subscription, azure.arm);
  await client.apiManagementService.beginCreateOrUpdateAndWait("rg", "gate", {
    location,
    publisherEmail: "ops@example.com",
    publisherName: "ops",
    sku: { name: "Developer", capacity: 1 },
  });
  await client.subscription.createOrUpdate("rg", "gate", "team", { scope: "/apis", displayName: "team" });
  const before = await client.subscription.listSecrets("rg", "gate", "team");
  await client.subscription.regenerateSecondaryKey("rg", "gate", "team");
  const after = await client.subscription.listSecrets("rg", "gate", "team");
  expect(after.primaryKey).toBe(before.primaryKey);
  const id = "Microsoft.ApiManagement/service/gate";
  expect(await knock(id, "/chat", { "ocp-apim-subscription-key": before.secondaryKey ?? "" })).toBe(401);
  expect(await knock(id, "/chat", { "ocp-apim-subscription-key": after.secondaryKey ?? "" })).toBe(200);
  const value = { displayName: "backend-key", secret: true };
  await client.namedValue.beginCreateOrUpdateAndWait("rg", "gate", "backend-key", { ...value, value: "first" });
  await client.namedValue.beginUpdateAndWait("rg", "gate", "backend-key", "*", { value: "second" });
  expect(await client.namedValue.get("rg", "gate", "backend-key")).toMatchObject({
    displayName: "backend-key",
    secret: true,
  });
  expect((await client.namedValue.get("rg", "gate", "backend-key")).value).toBeUndefined();
  expect((await client.namedValue.listValue("rg", "gate", "backend-key")).value).toBe("second");
});

test("Application Insights: an API key's value is given once, and deleting it closes", async () => {
  const id = "Microsoft.Insights/components/insights";
  const path = `${idOf(id)}?api-version=2020-02-02`;
  const component = await azure.call("PUT", path, { location, kind: "web", properties: { Application_Type: "web" } });
  const keys = `${idOf(id)}/ApiKeys`;
  const version = "?api-version=2015-05-01";
  const made = await azure.call("POST", `${keys}${version}`, {
    name: "reader",
    linkedReadProperties: [`${idOf(id)}/api`],
  });
  const query = `/v1/apps/${component.body.properties.AppId}/query`;
  expect(await knock(id, query, { "x-api-key": made.body.apiKey })).toBe(200);
  const listed = await azure.call("GET", `${keys}${version}`);
  expect(listed.body.value).toEqual([expect.objectContaining({ name: "reader", id: made.body.id })]);
  expect(JSON.stringify(listed.body)).not.toContain(made.body.apiKey);
  await azure.call("DELETE", `${keys}/${made.body.id.split("/").at(-1)}${version}`);
  expect(await knock(id, query, { "x-api-key": made.body.apiKey })).toBe(401);
});

test("Log Analytics: regenerating changes both shared keys", async () => {
  const client = new OperationalInsightsManagementClient(azure.credential(), azure.subscription, azure.arm);
  const workspace = await client.workspaces.createOrUpdate("rg", "logs", { location, sku: { name: "PerGB2018" } });
  expect(workspace).toMatchObject({ sku: { name: "PerGB2018" }, retentionInDays: 30 });
  const before = await client.sharedKeys.getSharedKeys("rg", "logs");
  const after = await client.sharedKeys.regenerate("rg", "logs");
  expect(after.primarySharedKey).not.toBe(before.primarySharedKey);
  expect(after.secondarySharedKey).not.toBe(before.secondarySharedKey);
  const signed = (key: string) => {
    const date = new Date().toUTCString();
    const text = `POST\n2\napplication/json\nx-ms-date:${date}\n/api/logs`;
    const signature = createHmac("sha256", Buffer.from(key, "base64")).update(text).digest("base64");
    return { "x-ms-date": date, authorization: `SharedKey ${workspace.customerId}:${signature}` };
  };
  const id = "Microsoft.OperationalInsights/workspaces/logs";
  expect(await knock(id, "/api/logs", signed(before.primarySharedKey ?? ""), "POST")).toBe(403);
  expect(await knock(id, "/api/logs", signed(after.primarySharedKey ?? ""), "POST")).toBe(200);
});

test("no key is in the log of calls", () => {
  const values = azure.world
    .resources()
    .flatMap(({ state }) => Object.values(state?.keys ?? {}).map(({ previous }) => previous))
    .concat(azure.world.resources().flatMap(({ state }) => (state?.namedKeys ?? []).map(({ value }) => value)));
  expect(values.length).toBeGreaterThan(8);
  const log = JSON.stringify(azure.door.calls);
  for (const value of values) expect(log).not.toContain(value);
});
