import { type RevocationParts, revokeSecrets, scopeOf } from "../../src/revocation";
import { DAY, RequestKind, type RotationRequest, rotate, Verdict } from "../../src/rotation";
import { DUE, OWNER, type RotationRoom, rotationRoom, SECRET } from "../rotation/rotation-room";

function partsOf(room: RotationRoom): RevocationParts {
  return {
    store: room.store,
    clock: room.clock,
    notifier: room.notifier,
    dryRun: false,
    rotate: (_secret, request) => room.run(request),
  };
}

const asked = { secrets: [SECRET], reason: "in a log", withdraw: false };

async function published(room: RotationRoom): Promise<{ version: string; value: string }> {
  const tags = { CredentialId: "key1", ProviderAddress: OWNER.toLowerCase() };
  const value = room.owner.valueOf("key1");
  const expiresOn = new Date(room.clock.now().getTime() + 60 * DAY);
  const { version } = room.store.put({ name: SECRET.name, expiresOn, tags }, value);
  room.later(5 * 24);
  return { version, value };
}

test("the newest version is replaced, dead and disabled, and the incident tells how long it took", async () => {
  const room = rotationRoom();
  const { version, value } = await published(room);
  const [revoked] = await revokeSecrets(asked, partsOf(room));
  expect(revoked).toMatchObject({ secret: SECRET.name, version, verdict: Verdict.Done });
  expect(room.owner.accepts(value)).toBe(false);
  const after = await room.published();
  expect(revoked?.because).toBe(
    `version ${version} is revoked: the service refuses it; version ${after.version} is published instead`,
  );
  expect(room.owner.accepts(after.value)).toBe(true);
  for await (const item of room.store.versions(SECRET.name))
    expect([item.version, item.enabled]).toEqual([item.version, item.version === after.version]);
  expect(
    room.notifier.notices.map(({ fingerprint, severity, resolved }) => ({ fingerprint, severity, resolved })),
  ).toEqual(
    [1, 2].map(() => ({ fingerprint: `revocation/${SECRET.name}/${version}`, severity: "Sev1", resolved: undefined })),
  );
  expect((await room.audit.verify()).findings).toEqual([]);
});

test("within the overlap the version before can be revoked alone: what is published stays", async () => {
  const room = rotationRoom();
  const { version: old, value } = await published(room);
  room.later(30 * 24);
  await room.run(DUE);
  const { version } = await room.published();
  const [revoked] = await revokeSecrets({ ...asked, version: old }, partsOf(room));
  expect(revoked).toMatchObject({
    version: old,
    verdict: Verdict.Done,
    because: `version ${old} is revoked: the service refuses it; version ${version} is published instead`,
  });
  expect(room.owner.accepts(value)).toBe(false);
  expect((await room.published()).version).toBe(version);
  expect(room.owner.renewed).toEqual({ key1: 1, key2: 1 });
});

test("within the overlap the published version can be revoked: both keys that were ever read are dead", async () => {
  const room = rotationRoom();
  const { value: old } = await published(room);
  room.later(30 * 24);
  await room.run(DUE);
  const leaked = await room.published();
  await revokeSecrets(asked, partsOf(room));
  const after = await room.published();
  expect([old, leaked.value, after.value].map((value) => room.owner.accepts(value))).toEqual([false, false, true]);
  expect((await room.run(DUE)).verdict).toBe(Verdict.NotDue);
});

test("a value that is dead already is only proven to be", async () => {
  const room = rotationRoom();
  const { version: old } = await published(room);
  room.later(30 * 24);
  await room.runToTheEnd();
  const { version } = await room.published();
  const renewed = { ...room.owner.renewed };
  const [revoked] = await revokeSecrets({ ...asked, version: old }, partsOf(room));
  expect(revoked).toMatchObject({
    verdict: Verdict.Done,
    because: `version ${old} is revoked: no slot holds it, and its value cannot be read any more to be tried; version ${version} stays published`,
  });
  expect((await room.published()).version).toBe(version);
  expect(room.owner.renewed).toEqual(renewed);
});

test("a value that is dead already does not hurry the rotation that is under way: consumers keep their overlap", async () => {
  const room = rotationRoom();
  const { version: dead } = await published(room);
  room.later(30 * 24);
  await room.runToTheEnd();
  const { value: before } = await room.published();
  room.later(32 * 24);
  await room.run(DUE);
  const [revoked] = await revokeSecrets({ ...asked, version: dead }, partsOf(room));
  expect(revoked).toMatchObject({ verdict: Verdict.Done, because: expect.stringContaining("it is dead already") });
  expect(room.owner.accepts(before)).toBe(true);
});

test("asked twice for the newest, the second time is refused until it names a version", async () => {
  const room = rotationRoom();
  await published(room);
  await revokeSecrets(asked, partsOf(room));
  const { version } = await room.published();
  const [again] = await revokeSecrets(asked, partsOf(room));
  expect(again?.verdict).toBe(Verdict.Refused);
  expect(again?.because).toContain(`--version ${version}`);
  expect(await revokeSecrets({ ...asked, version }, partsOf(room))).toMatchObject([{ version, verdict: Verdict.Done }]);
});

test("asked twice for the same version, nothing is done the second time", async () => {
  const room = rotationRoom();
  const { version } = await published(room);
  await revokeSecrets({ ...asked, version }, partsOf(room));
  const renewed = { ...room.owner.renewed };
  const [again] = await revokeSecrets({ ...asked, version }, partsOf(room));
  expect(again).toMatchObject({ verdict: Verdict.Done, because: `version ${version} is revoked already` });
  expect(room.owner.renewed).toEqual(renewed);
});

test("a withdrawn secret is dead in both slots, and its name is never published again", async () => {
  const room = rotationRoom();
  const { version, value } = await published(room);
  const other = room.owner.valueOf("key2");
  expect(await revokeSecrets({ ...asked, withdraw: true }, partsOf(room))).toMatchObject([
    {
      verdict: Verdict.Done,
      because: `version ${version} is revoked: the service refuses it; nothing is published in its place, and the name is dead`,
    },
  ]);
  expect([value, other].map((one) => room.owner.accepts(one))).toEqual([false, false]);
  for (const kind of [RequestKind.IfDue, RequestKind.Now, RequestKind.Revoke])
    expect(await room.run({ kind, reason: "again" })).toMatchObject({ verdict: Verdict.Refused });
});

test("consumers are made to read again, and are waited for a minute and no longer", async () => {
  const secret = { ...SECRET, consumers: ["web"] };
  const room = rotationRoom(secret);
  await published(room);
  const forced: string[] = [];
  const begun = room.clock.now().getTime();
  const consumers = {
    waiting: async () => ["web"],
    force: async (_secret: unknown, version: string) => void forced.push(version),
  };
  const [revoked] = await revokeSecrets(
    { ...asked, secrets: [secret] },
    {
      ...partsOf(room),
      rotate: (_secret, request) => room.run(request, { consumers }),
    },
  );
  expect(revoked?.verdict).toBe(Verdict.Done);
  expect(forced).toEqual([(await room.published()).version]);
  expect(room.clock.now().getTime() - begun).toBe(60_000);
});

test("a consumer that cannot be restarted does not keep a leaked key alive", async () => {
  const secret = { ...SECRET, consumers: ["web"] };
  const room = rotationRoom(secret);
  const { value } = await published(room);
  const consumers = { waiting: async () => [], force: () => Promise.reject(new Error("403 on the restart")) };
  const [revoked] = await revokeSecrets(
    { ...asked, secrets: [secret] },
    { ...partsOf(room), rotate: (_secret, request) => room.run(request, { consumers }) },
  );
  expect(revoked?.verdict).toBe(Verdict.Done);
  expect(room.owner.accepts(value)).toBe(false);
  expect(room.audit.records.map(({ outcome }) => outcome)).toContainEqual(
    expect.stringContaining("403 on the restart"),
  );
});

test("a worker that died with the lease keeps an emergency waiting for three minutes", async () => {
  const room = rotationRoom();
  await published(room);
  await room.leases.acquire(`rotation/${SECRET.name}`, "dead", 3 * 60_000);
  const [revoked] = await revokeSecrets(asked, partsOf(room));
  expect(revoked?.verdict).toBe(Verdict.Done);
  expect(revoked?.seconds).toBe(180);
});

test("a worker that died in the middle of a call keeps an emergency waiting for a minute more", async () => {
  const room = rotationRoom();
  await published(room);
  room.later(26 * 24);
  await new Promise<void>((called) => {
    const regenerate = () => {
      called();
      return new Promise<never>(() => undefined);
    };
    void rotate(SECRET, DUE, { ...room.ports, owner: () => ({ ...room.owner, regenerate }) });
  });
  const [revoked] = await revokeSecrets(asked, partsOf(room));
  expect(revoked?.verdict).toBe(Verdict.Done);
  expect(revoked?.seconds).toBe(240);
});

test("a worker that lives is waited for as long as a dead one could hold it up, and then it is said what to do", async () => {
  const room = rotationRoom();
  await published(room);
  const lives = { ...room.leases, acquire: async () => undefined };
  const parts = {
    ...partsOf(room),
    rotate: (_: unknown, request: RotationRequest) => room.run(request, { leases: lives }),
  };
  const [revoked] = await revokeSecrets(asked, parts);
  expect(revoked).toMatchObject({
    verdict: Verdict.InProgress,
    seconds: 240,
    because:
      "another worker is at it, and alive: it has kept its lease for 4 minutes; the leaked key may be alive, so run this again, or stop that job's execution first",
  });
  const [once] = await revokeSecrets({ ...asked, once: true }, parts);
  expect(once).toMatchObject({
    verdict: Verdict.InProgress,
    seconds: 0,
    because:
      "another worker is at it; if it has died, its lease ends within 3 minutes; the leaked key is alive, so run this again without --once, which waits for it",
  });
});

test("a rehearsal opens no incident", async () => {
  const room = rotationRoom();
  await published(room);
  const ports = { ...room.ports, actions: { dryRun: true, perform: async () => undefined } };
  const [revoked] = await revokeSecrets(asked, {
    ...partsOf(room),
    dryRun: true,
    rotate: (secret, request) => rotate(secret, request, ports),
  });
  expect(revoked?.verdict).toBe(Verdict.Rehearsed);
  expect(room.notifier.notices).toEqual([]);
});

describe("what a person names", () => {
  const other = { ...SECRET, name: "assistant", owner: "/subscriptions/1/other" };
  const all = [SECRET, other];

  test("a secret, a service or the ring, whatever the letter case", () => {
    expect(scopeOf({ secret: "Search-Admin" }, all, "prod")).toEqual({ secrets: [SECRET] });
    expect(scopeOf({ service: other.owner.toUpperCase() }, all, "prod")).toEqual({ secrets: [other] });
    expect(scopeOf({ ring: "prod" }, all, "prod")).toEqual({ secrets: all });
  });

  test.each([
    [{}, "give one of --secret, --service and --ring; 0 are given"],
    [{ secret: "a", ring: "prod" }, "give one of --secret, --service and --ring; 2 are given"],
    [{ ring: "test" }, '"test" is not this ring, which is prod'],
    [{ ring: "prod", version: "1" }, "a version belongs to one secret; give --secret too"],
    [{ secret: "vendor" }, expect.stringContaining('"vendor" is none that the jobs renew: search-admin, assistant')],
  ])("%j is refused", (scope, problem) => {
    expect(scopeOf(scope, all, "prod")).toMatchObject({ problems: [{ problem }] });
  });
});
