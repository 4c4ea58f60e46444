import {
  answerEvent,
  LONGEST_ATTEMPTS,
  RequestKind,
  type RotationRequest,
  readExpiryEvent,
  Verdict,
} from "../../src/rotation";
import { fakeClock, memoryQueue } from "../../src/testing";
import { SECRET } from "./rotation-room";

const data = { ObjectName: SECRET.name, Version: "5f2c", ObjectType: "Secret" };
const cloud = { type: "Microsoft.KeyVault.SecretNearExpiry", data };
const grid = { eventType: "Microsoft.KeyVault.SecretExpired", data };

test("both schemas are read, plain and in base64", () => {
  expect(readExpiryEvent(JSON.stringify(cloud))).toEqual({ secret: SECRET.name, version: "5f2c", type: cloud.type });
  expect(readExpiryEvent(Buffer.from(JSON.stringify(grid)).toString("base64"))?.type).toBe(grid.eventType);
});

test.each([
  "",
  "null",
  "[]",
  "{",
  '"text"',
  JSON.stringify({ type: cloud.type }),
  JSON.stringify({ type: cloud.type, data: null }),
  JSON.stringify({ type: cloud.type, data: { ObjectName: 7 } }),
  JSON.stringify({ type: "Microsoft.KeyVault.KeyNearExpiry", data }),
  JSON.stringify({ type: "Microsoft.KeyVault.SecretNewVersionCreated", data }),
])("%j is no event of a secret's expiry", (body) => {
  expect(readExpiryEvent(body)).toBeUndefined();
});

async function deliver(body: string, verdict: Verdict, attempt = 1) {
  const queue = memoryQueue(fakeClock());
  queue.send(body);
  await queue.receive(1);
  const asked: RotationRequest[] = [];
  const answer = await answerEvent({ id: "1", body, attempt }, [SECRET], queue, async ({ name }, request) => {
    asked.push(request);
    return { secret: name, verdict, because: "a test says so" };
  });
  return { answer, asked, queue };
}

test("an event asks whether the secret is due, and never for its renewal", async () => {
  const { asked } = await deliver(JSON.stringify(grid), Verdict.NotDue);
  expect(asked).toEqual([{ kind: RequestKind.IfDue, reason: expect.any(String), version: "5f2c" }]);
});

test.each([
  [Verdict.Done, 1, "done", 0],
  [Verdict.Duplicate, 1, "done", 0],
  [Verdict.Refused, 1, "done", 0],
  [Verdict.InProgress, 1, "again", 1],
  [Verdict.Failed, 1, "again", 1],
  [Verdict.Failed, LONGEST_ATTEMPTS, "poison", 0],
] as const)("%s at attempt %i: %s", async (verdict, attempt, put, left) => {
  const { answer, queue } = await deliver(JSON.stringify(cloud), verdict, attempt);
  expect(answer.put).toBe(put);
  expect(queue.length).toBe(left);
  expect(queue.poisoned).toHaveLength(put === "poison" ? 1 : 0);
});

test("a message that is no event is put aside at once; a secret that nobody renews here is left to the sweep", async () => {
  expect((await deliver("hello", Verdict.Done)).answer.put).toBe("poison");
  const other = JSON.stringify({ ...cloud, data: { ...data, ObjectName: "vendor" } });
  const { answer, asked } = await deliver(other, Verdict.Done);
  expect(answer).toMatchObject({ secret: "vendor", put: "done" });
  expect(asked).toEqual([]);
});
