import { DAY, RequestKind, Verdict } from "../../src/rotation";
import { DUE, OWNER, type RotationRoom, rotationRoom, SECRET } from "./rotation-room";

/** A room in which a rotation waits for its overlap to end, and the version that it has published. */
async function overlapping(): Promise<{ room: RotationRoom; version: string; old: string }> {
  const room = rotationRoom();
  const expiresOn = new Date(room.clock.now().getTime() + 20 * DAY);
  const tags = { CredentialId: "key1", ProviderAddress: OWNER.toLowerCase() };
  const { version: old } = room.store.put(
    { name: SECRET.name, createdOn: new Date(0), expiresOn, tags },
    room.owner.valueOf("key1"),
  );
  expect((await room.run()).verdict).toBe(Verdict.Overlapping);
  room.later(25);
  return { room, version: (await room.published()).version, old };
}

test("the run that retires the old key says so, and from when the new one is due; the next run has nothing to do", async () => {
  const { room } = await overlapping();
  expect(await room.run()).toEqual({
    secret: SECRET.name,
    verdict: Verdict.Done,
    because: "the old key is retired: the service refuses it; not due before 2026-03-31",
  });
  expect((await room.run()).verdict).toBe(Verdict.NotDue);
});

test("an event of the version before that finishes the rotation is no duplicate; the same event again is one", async () => {
  const { room, old } = await overlapping();
  const event = { kind: RequestKind.IfDue, reason: "an event", version: old };
  expect((await room.run(event)).verdict).toBe(Verdict.Done);
  expect((await room.run(event)).verdict).toBe(Verdict.Duplicate);
});

test("not due before the day that is said, and due on it", async () => {
  const { room } = await overlapping();
  const { because } = await room.run();
  const day = new Date(`${/not due before (\S+)$/.exec(because)?.[1]}T00:00:00Z`);
  room.clock.step(new Date(day.getTime() - DAY));
  expect((await room.run()).verdict).toBe(Verdict.NotDue);
  room.clock.step(new Date(day.getTime() + DAY));
  expect((await room.run()).verdict).toBe(Verdict.Overlapping);
});

test("an emergency that a sweep finishes says which version is revoked", async () => {
  const room = rotationRoom();
  await room.runToTheEnd();
  room.later(24);
  const { version } = await room.published();
  const dies = { publish: () => Promise.reject(new Error("killed")) };
  const store = { ...room.store, publish: dies.publish };
  const leaked = { kind: RequestKind.Revoke, reason: "in a log", version };
  expect((await room.run(leaked, { store })).verdict).toBe(Verdict.Failed);
  const finished = await room.run(DUE);
  const { version: instead } = await room.published();
  expect(finished).toMatchObject({
    verdict: Verdict.Done,
    because: `version ${version} is revoked: the service refuses it; version ${instead} is published instead`,
  });
});
