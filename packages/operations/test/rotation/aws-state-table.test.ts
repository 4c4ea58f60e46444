import { KeyCheck } from "../../src/ports";
import { DAY, Phase, RequestKind, Verdict } from "../../src/rotation";
import { interrupted } from "../../src/testing";
import { DUE, OWNER, type RotationRoom, rotationRoom, SECRET } from "./rotation-room";
import vectors from "./vectors/aws_rotation_state_table.json";

/**
 * AWS keys its four steps by a token and a label; here the token is the version that is replaced, the label is the
 * vault's newest version, and the steps are phases of the journal. What a row asks of theirs is asked of ours.
 */
describe("the guard", () => {
  const guard: Readonly<Record<string, (room: RotationRoom) => Promise<void>>> = {
    error: async (room) => {
      // Rotation is not enabled: the newest version is switched off.
      const { version } = await renewable(room);
      await room.store.update(SECRET.name, version, { enabled: false });
      expect((await room.run()).verdict).toBe(Verdict.Refused);
    },
    "error: no stage": async (room) => {
      const outcome = await room.run({ kind: RequestKind.Revoke, version: "f".repeat(32), reason: "unknown token" });
      expect(outcome.verdict).toBe(Verdict.Refused);
    },
    "return OK (already current) whatever the step": async (room) => {
      const { version } = await renewable(room);
      await room.runToTheEnd();
      const writes = room.journal.writes;
      for (let again = 0; again < 3; again += 1)
        expect((await room.run({ ...DUE, version })).verdict).toBe(Verdict.Duplicate);
      expect(room.journal.writes).toBe(writes);
    },
    "error: not AWSPENDING": async (room) => {
      const { version } = await renewable(room);
      await room.run({ kind: RequestKind.Revoke, version, reason: "in a log" });
      expect((await room.run({ ...DUE, version })).verdict).toBe(Verdict.Refused);
    },
    "dispatch step": async (room) => {
      await renewable(room);
      expect((await room.run()).verdict).toBe(Verdict.Overlapping);
    },
    "error: invalid step": async (room) => {
      await renewable(room);
      await room.run();
      const entry = await room.journal.read(SECRET.name);
      if (entry) await room.journal.replace(entry, { ...entry.value, phase: "bogus" as Phase });
      expect((await room.run()).verdict).toBe(Verdict.Failed);
      expect(room.owner.renewed).toEqual({ key1: 0, key2: 1 });
    },
  };

  test("each row of the table is here", () => {
    expect(Object.keys(guard)).toEqual(vectors.guard.map(({ expect: expected }) => expected));
  });

  test.each(vectors.guard.map(({ expect: expected }) => [expected]))("%s", async (expected) =>
    guard[expected]?.(rotationRoom()),
  );
});

describe("the steps", () => {
  test("createSecret: a new value that exists already is not made again", async () => {
    const room = rotationRoom();
    await renewable(room);
    await crash(room, "store.publish", "before");
    await room.run();
    expect(room.owner.renewed).toEqual({ key1: 0, key2: 1 });
  });

  test("setSecret: a value that belongs to another service is left alone (the confused deputy)", async () => {
    const room = rotationRoom();
    room.store.put({ name: SECRET.name }, "planted-of-another-service");
    const outcome = await room.run();
    expect(outcome.verdict).toBe(Verdict.Refused);
    expect(outcome.because).toContain("is the owner right?");
    expect(room.owner.renewed).toEqual({ key1: 0, key2: 0 });
  });

  test("testSecret: a failure leaves the current value untouched", async () => {
    const room = rotationRoom();
    const { version } = await renewable(room);
    const outcome = await room.run(DUE, {
      owner: () => ({ ...room.owner, keys: room.owner.keys, check: async () => KeyCheck.Refused }),
    });
    expect(outcome.verdict).toBe(Verdict.Failed);
    expect((await room.published()).version).toBe(version);
  });

  test("finishSecret: what is published already is not published again", async () => {
    const room = rotationRoom();
    await renewable(room);
    await crash(room, "store.publish", "after");
    const { version } = await room.published();
    expect((await room.run()).verdict).toBe(Verdict.Overlapping);
    expect((await room.published()).version).toBe(version);
  });
});

describe("the crash points", () => {
  const points: Readonly<Record<string, [call: string, moment: string]>> = {
    createSecret: ["owner.check", "before"],
    "provider changed, before setSecret returned": ["owner.regenerate", "after"],
    setSecret: ["owner.check", "after"],
    "finishSecret label move": ["store.publish", "after"],
  };

  test("each point of the table is here", () => {
    expect(Object.keys(points)).toEqual(vectors.crash_points.map(({ after }) => after));
  });

  test.each(Object.entries(points))("after %s a second run converges", async (_point, [call, moment]) => {
    const room = rotationRoom();
    const { value } = await renewable(room);
    await crash(room, call, moment);
    await room.runToTheEnd();
    const { value: published } = await room.published();
    expect(room.owner.accepts(published)).toBe(true);
    expect(published).not.toBe(value);
    expect(room.owner.accepts(value)).toBe(false);
    expect(room.owner.renewed).toEqual({ key1: 1, key2: 1 });
    expect(room.journal.contents()[SECRET.name]?.phase).toBe(Phase.Done);
  });
});

async function renewable(room: RotationRoom) {
  const tags = { CredentialId: "key1", ProviderAddress: OWNER.toLowerCase() };
  const value = room.owner.valueOf("key1");
  const expiresOn = new Date(room.clock.now().getTime() + 60 * DAY);
  const { version } = room.store.put({ name: SECRET.name, expiresOn, tags }, value);
  room.later(31 * 24);
  return { version, value };
}

/** The worker dies at a call, before or after its effect, and its lease runs out. */
async function crash(room: RotationRoom, at: string, when: string): Promise<void> {
  let fell: () => void = () => undefined;
  const dead = new Promise<void>((resolve) => {
    fell = resolve;
  });
  const dying = (call: string, moment: string) => {
    if (call !== at || moment !== when) return undefined;
    fell();
    return new Promise<void>(() => undefined);
  };
  const owner = interrupted("owner", room.owner, dying);
  void room.run(DUE, { owner: () => owner, store: interrupted("store", room.store, dying) });
  await dead;
  room.later(1);
}
