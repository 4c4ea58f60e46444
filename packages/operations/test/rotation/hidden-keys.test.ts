import type { KeyOwner, Secret, Slot } from "../../src/ports";
import { Phase, RequestKind, Verdict } from "../../src/rotation";
import type { MemoryOwner } from "../../src/testing";
import { DUE, type RotationRoom, rotationRoom, SECRET } from "./rotation-room";

/** The same service through another run's eyes: a key is shown once, to the run that made it. */
function hiding(service: MemoryOwner): KeyOwner {
  const made = new Map<Slot, Secret>();
  const emptied = new Set<Slot>();
  return {
    id: service.id,
    slots: service.slots,
    check: service.check,
    keys: async () => made,
    holds: async (slot, key) => !emptied.has(slot) && service.valueOf(slot) === key.reveal(),
    regenerate: async (slot) => {
      await service.regenerate(slot);
      const key = (await service.keys()).get(slot);
      if (key !== undefined) made.set(slot, key);
    },
  };
}

function run(room: RotationRoom, request = DUE) {
  const owner = hiding(room.owner);
  return room.run(request, { owner: () => owner });
}

test("an owner that shows a key only once is published, retired, renewed and revoked as any other", async () => {
  const room = rotationRoom();
  expect((await run(room)).verdict).toBe(Verdict.Overlapping);
  const first = await room.published();
  expect(room.owner.accepts(first.value)).toBe(true);
  room.later(24);
  expect((await run(room)).verdict).toBe(Verdict.Done);
  expect(room.journal.contents()[SECRET.name]?.phase).toBe(Phase.Done);

  room.later(31 * 24);
  await run(room);
  const second = await room.published();
  expect([first, second].map(({ value }) => room.owner.accepts(value))).toEqual([true, true]);
  room.later(24);
  await run(room);
  expect([first, second].map(({ value }) => room.owner.accepts(value))).toEqual([false, true]);

  const revoked = await run(room, { kind: RequestKind.Revoke, version: second.version, reason: "in a log" });
  expect(revoked.verdict).toBe(Verdict.Done);
  const third = await room.published();
  expect([second, third].map(({ value }) => room.owner.accepts(value))).toEqual([false, true]);
});

test("a run that dies between making such a key and publishing it costs one renewal more, and nobody notices", async () => {
  const room = rotationRoom();
  await run(room);
  room.later(24);
  await run(room);
  const { value } = await room.published();
  room.later(31 * 24);
  let died: () => void = () => undefined;
  const death = new Promise<void>((resolve) => {
    died = resolve;
  });
  const owner = hiding(room.owner);
  void room.run(DUE, {
    owner: () => owner,
    store: {
      ...room.store,
      publish: () => {
        died();
        return new Promise(() => undefined);
      },
    },
  });
  await death;
  room.later(1);
  expect(room.owner.accepts(value)).toBe(true);
  expect((await run(room)).verdict).toBe(Verdict.Overlapping);
  expect(room.owner.accepts((await room.published()).value)).toBe(true);
});
