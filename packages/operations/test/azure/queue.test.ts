import { setTimeout as sleep } from "node:timers/promises";
import type { QueueClient } from "@azure/storage-queue";
import { MOST_DELIVERIES, storageQueue } from "../../src/azure/queue/storage-queue";
import { fakeClock } from "../../src/testing";
import { type Azurite, startAzurite } from "../azurite";
import { queueOn } from "./clients";

let azurite: Azurite;
beforeAll(async () => {
  azurite = await startAzurite();
}, 60_000);
afterAll(() => azurite.close());

async function queues(name: string) {
  const events = await queueOn(azurite, name);
  const poison = await queueOn(azurite, `${name}-poison`);
  return { events, poison, queue: storageQueue(events, poison, fakeClock()) };
}

async function textsOf({ poison }: Awaited<ReturnType<typeof queues>>) {
  const { peekedMessageItems } = await poison.peekMessages({ numberOfMessages: 32 });
  return peekedMessageItems.map(({ messageText }) => JSON.parse(messageText) as Record<string, unknown>);
}

/** Somebody takes the message and dies; it is visible again at once, so that the test need not wait. */
async function deliveredInVain(events: QueueClient): Promise<void> {
  const { receivedMessageItems } = await events.receiveMessages({ visibilityTimeout: 30 });
  for (const { messageId, popReceipt } of receivedMessageItems)
    await events.updateMessage(messageId, popReceipt, undefined, 0);
}

test("a message is hidden while it is dealt with, and gone when it is done", async () => {
  const { events, queue } = await queues("plain");
  await events.sendMessage("not JSON");
  const delivery = await queue.receive(30_000);
  expect(delivery).toEqual({ id: expect.any(String), body: "not JSON", attempt: 1 });
  expect(await queue.receive(30_000)).toBeUndefined();
  if (delivery) await queue.done(delivery);
  expect((await events.getProperties()).approximateMessagesCount).toBe(0);
});

test("Event Grid's Base64 is unpacked, other text stays as it is", async () => {
  const { events, queue } = await queues("packed");
  const event = { type: "Microsoft.KeyVault.SecretNearExpiry", data: { ObjectName: "größe" } };
  const sent = [Buffer.from(JSON.stringify(event)).toString("base64"), JSON.stringify(event), "QUJD"];
  const bodies: string[] = [];
  for (const text of sent) {
    await events.sendMessage(text);
    const delivery = await queue.receive(30_000);
    bodies.push(delivery?.body ?? "");
    if (delivery) await queue.done(delivery);
  }
  expect(bodies).toEqual([JSON.stringify(event), JSON.stringify(event), "QUJD"]);
});

test("a message that is given up on is in the poison queue with the reason, and nowhere else", async () => {
  const all = await queues("given-up");
  await all.events.sendMessage("{}");
  const delivery = await all.queue.receive(30_000);
  if (delivery) await all.queue.poison(delivery, "not an event of the vault");
  expect(await textsOf(all)).toEqual([
    {
      reason: "not an event of the vault",
      at: "2026-01-01T00:00:00.000Z",
      message: delivery?.id,
      deliveries: 1,
      body: "{}",
    },
  ]);
  expect((await all.events.getProperties()).approximateMessagesCount).toBe(0);
});

test("a message that comes once too often is put aside, and the one behind it is given out", async () => {
  const all = await queues("too-often");
  await all.events.sendMessage("poisonous");
  for (let attempt = 1; attempt < MOST_DELIVERIES; attempt += 1) await deliveredInVain(all.events);
  expect(await all.queue.receive(1_000)).toMatchObject({ body: "poisonous", attempt: MOST_DELIVERIES });
  await sleep(1_100);
  await all.events.sendMessage("harmless");
  expect(await all.queue.receive(30_000)).toMatchObject({ body: "harmless", attempt: 1 });
  expect(await textsOf(all)).toMatchObject([
    { reason: "delivered 5 times and never dealt with", deliveries: 6, body: "poisonous" },
  ]);
});

test("done is harmless when somebody else got the message meanwhile", async () => {
  const { events, poison, queue } = await queues("meanwhile");
  await events.sendMessage("slow");
  const mine = await queue.receive(1_000);
  await sleep(1_100);
  const other = storageQueue(events, poison, fakeClock());
  const theirs = await other.receive(30_000);
  if (mine) await queue.done(mine);
  expect((await events.getProperties()).approximateMessagesCount).toBe(1);
  if (theirs) await other.done(theirs);
  expect((await events.getProperties()).approximateMessagesCount).toBe(0);
});

test("a body too long for a note is cut, not lost", async () => {
  const all = await queues("long");
  await all.events.sendMessage("x".repeat(60_000));
  const delivery = await all.queue.receive(30_000);
  if (delivery) await all.queue.poison(delivery, "too long");
  expect(String((await textsOf(all))[0]?.body)).toHaveLength(48_000);
});
