import { type Acknowledgement, acknowledge, ringConsumers } from "../../src/consumers";
import { Phase, Verdict } from "../../src/rotation";
import { fakeClock, memoryJournal } from "../../src/testing";
import { OWNER, rotationRoom, SECRET } from "../rotation/rotation-room";

const secret = { ...SECRET, consumers: ["web", "AAAA-1"] };
const restarting = {
  credential: { getToken: async () => null },
  resourceManager: "https://management.azure.com",
  settings: {},
};
const version = { version: "5f2c", createdOn: new Date("2026-03-01T00:00:00Z") };

test("who has acknowledged the version, or was seen to read it, is not waited for", async () => {
  const journal = memoryJournal<Acknowledgement>();
  const clock = fakeClock();
  const silent = ringConsumers(journal, restarting);
  expect(await silent.waiting(secret, version)).toEqual(["web", "AAAA-1"]);
  await acknowledge(journal, { secret: secret.name, consumer: "web", version: "older" }, clock);
  expect(await silent.waiting(secret, version)).toEqual(["web", "AAAA-1"]);
  await acknowledge(journal, { secret: secret.name, consumer: "web", version: "5f2c" }, clock);
  expect(await silent.waiting(secret, version)).toEqual(["AAAA-1"]);
  const watched = ringConsumers(journal, restarting, async () => new Set(["aaaa-1"]));
  expect(await watched.waiting(secret, version)).toEqual([]);
});

test("a log that cannot be asked has seen nobody", async () => {
  const consumers = ringConsumers(memoryJournal(), restarting, () => Promise.reject(new Error("403")));
  expect(await consumers.waiting(secret, version)).toEqual(["web", "AAAA-1"]);
});

test("a consumer that is no app in Azure is not restarted, and nothing fails for it", async () => {
  await expect(ringConsumers(memoryJournal(), restarting).force(secret, "5f2c")).resolves.toBeUndefined();
});

test("the old key waits for a named consumer, until it would have expired; then it is retired all the same", async () => {
  const room = rotationRoom(secret);
  const consumers = { waiting: async () => ["web"], force: async () => undefined };
  const value = room.owner.valueOf("key1");
  const expiresOn = new Date(room.clock.now().getTime() + 20 * 24 * 3_600_000);
  room.store.put(
    { name: SECRET.name, createdOn: new Date(0), expiresOn, tags: { CredentialId: "key1", ProviderAddress: OWNER } },
    value,
  );
  await room.run(undefined, { consumers });
  room.later(25);
  const waits = await room.run(undefined, { consumers });
  expect(waits).toMatchObject({
    verdict: Verdict.Overlapping,
    because: "waits for web to get the new value",
    until: expiresOn,
  });
  expect(room.owner.accepts(value)).toBe(true);
  room.later(20 * 24);
  await room.run(undefined, { consumers });
  expect(room.owner.accepts(value)).toBe(false);
  expect(room.journal.contents()[SECRET.name]?.phase).toBe(Phase.Done);
});
