import type { TokenCredential } from "@azure/core-auth";
import { SecretClient } from "@azure/keyvault-secrets";
import { type QueueClient, QueueServiceClient } from "@azure/storage-queue";
import { type Azurite, startAzurite } from "../../../operations/test/azurite";
import { type Simulation, simulation } from "./simulation";

const DAY = 86_400_000;
const now = new Date("2026-11-21T12:00:00Z");

let azurite: Azurite;
beforeAll(async () => {
  azurite = await startAzurite();
}, 90_000);
afterAll(() => azurite.close());

let azure: Simulation;
let secrets: SecretClient;
let queue: QueueClient;
let count = 0;
beforeEach(async () => {
  azure = await simulation({ queues: { endpoint: azurite.queueEndpoint, certificate: azurite.certificate } }, { now });
  count += 1;
  queue = queues(azurite.credential).getQueueClient(`events-${count}`);
  await queue.create();
  await arm("Microsoft.KeyVault/vaults/safe?api-version=2024-11-01", {
    properties: { tenantId: azure.world.identity.tenantId, sku: { family: "A", name: "standard" } },
  });
  secrets = new SecretClient(azure.door.vaultUri("safe"), azure.credential(), azure.vault);
});
afterEach(() => azure.door.close());

function queues(credential: TokenCredential): QueueServiceClient {
  // The storage clients pass this on, though their type does not name it.
  const options = { tlsOptions: azurite.tlsOptions, retryOptions: { maxTries: 1 } };
  return new QueueServiceClient(azurite.queueEndpoint, credential, options);
}

const group = () => `/subscriptions/${azure.subscription}/resourceGroups/rg`;

async function arm(path: string, body: object): Promise<void> {
  const answer = await azure.call("PUT", `${group()}/providers/${path}`, { location: "swedencentral", ...body });
  if (answer.status > 201) throw new Error(JSON.stringify(answer.body));
}

/** Subscribes the queue to a vault's events, as azure-native's SystemTopicEventSubscription does. */
async function subscribe(schema = "CloudEventSchemaV1_0", types: string[] = []): Promise<void> {
  await arm("Microsoft.Storage/storageAccounts/disk?api-version=2024-01-01", {
    kind: "StorageV2",
    sku: { name: "Standard_LRS" },
  });
  await arm("Microsoft.EventGrid/systemTopics/vault?api-version=2025-02-15", {
    identity: { type: "SystemAssigned" },
    properties: {
      source: `${group()}/providers/Microsoft.KeyVault/vaults/safe`,
      topicType: "Microsoft.KeyVault.vaults",
    },
  });
  await arm("Microsoft.EventGrid/systemTopics/vault/eventSubscriptions/expiry?api-version=2025-02-15", {
    properties: {
      eventDeliverySchema: schema,
      filter: types.length === 0 ? {} : { includedEventTypes: types },
      deliveryWithResourceIdentity: {
        identity: { type: "SystemAssigned" },
        destination: {
          endpointType: "StorageQueue",
          properties: {
            resourceId: `${group()}/providers/Microsoft.Storage/storageAccounts/disk`,
            queueName: queue.name,
          },
        },
      },
    },
  });
}

/** What is in the queue, in its order; taken out of it. */
async function received(): Promise<Record<string, unknown>[]> {
  await azure.door.control.clock.advance(0);
  const { receivedMessageItems } = await queue.receiveMessages({ numberOfMessages: 32 });
  for (const each of receivedMessageItems) await queue.deleteMessage(each.messageId, each.popReceipt);
  return receivedMessageItems.map(({ messageText }) => JSON.parse(Buffer.from(messageText, "base64").toString("utf8")));
}

const kindOf = (event: Record<string, unknown>) => `${String(event.subject)} ${String(event.type).split(".").at(-1)}`;
const in60Days = () => new Date(azure.world.clock.now().getTime() + 60 * DAY);

test("a version's creation, its near end 30 days before and its end come as the world's clock passes them", async () => {
  await subscribe();
  const { properties } = await secrets.setSecret("key", "planted-value", { expiresOn: in60Days() });
  const [created] = await received();
  const told = JSON.stringify([created, azure.door.calls, azure.door.control.delivery.list()]);
  expect(told).not.toContain("planted-value");
  expect(created).toMatchObject({
    specversion: "1.0",
    type: "Microsoft.KeyVault.SecretNewVersionCreated",
    source: expect.stringMatching(/\/vaults\/safe$/),
    subject: "key",
    data: {
      VaultName: "safe",
      ObjectType: "Secret",
      ObjectName: "key",
      Version: properties.version,
      EXP: Date.parse("2027-01-20T12:00:00Z") / 1000,
    },
  });
  await azure.door.control.clock.advance(30 * DAY - 1000);
  expect(await received()).toEqual([]);
  await azure.door.control.clock.advance(1000);
  expect((await received()).map(kindOf)).toEqual(["key SecretNearExpiry"]);
  await azure.door.control.clock.advance(30 * DAY);
  expect((await received()).map(kindOf)).toEqual(["key SecretExpired"]);
});

test("Event Grid's own schema, and a filter by type", async () => {
  await subscribe("EventGridSchema", ["Microsoft.KeyVault.SecretNearExpiry"]);
  await secrets.setSecret("key", "value", { expiresOn: in60Days() });
  expect(await received()).toEqual([]);
  await azure.door.control.clock.advance(31 * DAY);
  expect(await received()).toEqual([
    expect.objectContaining({
      eventType: "Microsoft.KeyVault.SecretNearExpiry",
      dataVersion: "1",
      eventTime: "2026-12-21T12:00:00.000Z",
    }),
  ]);
});

test("what was written before the subscription is never announced, a version that a newer one replaced neither", async () => {
  await secrets.setSecret("old", "value", { expiresOn: in60Days() });
  await azure.door.control.clock.advance(DAY);
  await subscribe();
  await secrets.setSecret("replaced", "one", { expiresOn: in60Days() });
  await secrets.setSecret("replaced", "two");
  expect((await received()).map(kindOf)).toEqual([
    "replaced SecretNewVersionCreated",
    "replaced SecretNewVersionCreated",
  ]);
  await azure.door.control.clock.advance(90 * DAY);
  expect(await received()).toEqual([]);
});

test("on request events come twice, late, out of order, not at all, or when Event Grid is up again", async () => {
  await subscribe();
  const { delivery } = azure.door.control;
  delivery.set({ duplicates: 1 });
  await secrets.setSecret("twice", "value");
  expect((await received()).map(kindOf)).toEqual(Array(2).fill("twice SecretNewVersionCreated"));
  delivery.set({ lateMilliseconds: DAY });
  await secrets.setSecret("late", "value");
  expect(await received()).toEqual([]);
  await azure.door.control.clock.advance(DAY);
  expect((await received()).map(kindOf)).toEqual(["late SecretNewVersionCreated"]);
  delivery.set({ outOfOrder: true });
  await secrets.setSecret("first", "value");
  expect(await received()).toEqual([]);
  await secrets.setSecret("second", "value");
  expect((await received()).map((event) => event.subject)).toEqual(["second", "first"]);
  delivery.set({ drop: 1 });
  await secrets.setSecret("lost", "value");
  await secrets.setSecret("kept", "value");
  expect((await received()).map((event) => event.subject)).toEqual(["kept"]);
  delivery.set({ down: true });
  await secrets.setSecret("waiting", "value");
  expect(await received()).toEqual([]);
  delivery.set({});
  expect((await received()).map((event) => event.subject)).toEqual(["waiting"]);
  expect(
    delivery
      .list()
      .filter(({ outcome }) => outcome !== "delivered")
      .map(({ subject, outcome }) => [subject, outcome]),
  ).toEqual([["lost", "dropped"]]);
});

test("a queue that is not there yet gets its events once it is", async () => {
  await subscribe();
  await queue.delete();
  await secrets.setSecret("early", "value");
  await azure.door.control.clock.advance(0);
  expect(azure.door.control.delivery.list()).toEqual([
    expect.objectContaining({ outcome: "waiting", reason: expect.stringContaining("404 QueueNotFound") }),
  ]);
  await queue.createIfNotExists();
  expect((await received()).map((event) => event.subject)).toEqual(["early"]);
});

test("Azurite takes this door's tokens, so that a job has one identity everywhere", async () => {
  const client = queues(azure.credential());
  expect(await client.getQueueClient(queue.name).getProperties()).toMatchObject({ approximateMessagesCount: 0 });
});

test("an identity that delivers needs the role for it, where roles decide", async () => {
  await subscribe();
  const strict = await simulation({
    authorize: true,
    world: azure.world,
    queues: { endpoint: azurite.queueEndpoint, certificate: azurite.certificate },
  });
  await secrets.setSecret("key", "value");
  await strict.door.control.clock.advance(0);
  expect(strict.door.control.delivery.list()).toEqual([
    expect.objectContaining({
      outcome: "waiting",
      reason: expect.stringMatching(/may not add messages to the queue events-\d+ of disk$/),
    }),
  ]);
  const [topic] = azure.world.resources("Microsoft.EventGrid/systemTopics");
  const { principalId } = (topic?.properties.identity ?? {}) as { principalId: string };
  const scope = `${group()}/providers/Microsoft.Storage/storageAccounts/disk`;
  await strict.door.control.roles.assign({ scope, principalId, role: "Storage Queue Data Message Sender" });
  await strict.door.control.clock.advance(0);
  expect(strict.door.control.delivery.list().map(({ outcome }) => outcome)).toEqual(["delivered"]);
  await strict.door.close();
});
