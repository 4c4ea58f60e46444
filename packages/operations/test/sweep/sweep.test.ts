import { OwnerUnavailable, Unavailability, type VaultItem, VaultItemKind } from "../../src/ports";
import { DAY, type RotatedSecret, rotate, Verdict } from "../../src/rotation";
import { type OpenFindings, type SweepParts, sweep } from "../../src/sweep";
import { memoryJournal } from "../../src/testing";
import { type RotationRoom, rotationRoom, SECRET } from "../rotation/rotation-room";

const MAXIMUM_AGE_DAYS = 60;

function partsOf(
  room: RotationRoom,
  secrets: readonly RotatedSecret[] = [SECRET],
  told = memoryJournal<OpenFindings>(),
): SweepParts & { recorded: unknown[] } {
  const recorded: unknown[] = [];
  return {
    recorded,
    store: room.store,
    secrets,
    maximumAgeDays: MAXIMUM_AGE_DAYS,
    clock: room.clock,
    notifier: room.notifier,
    gauges: { record: (row) => void recorded.push(row) },
    rotations: entriesOf(room),
    told,
    undelivered: async () => 0,
    dryRun: false,
    rotate: (secret, request) => rotate(secret, request, room.ports),
  };
}

async function* entriesOf(room: RotationRoom) {
  for await (const { value } of room.journal.entries()) yield value;
}

function daysFrom(room: RotationRoom, days: number): Date {
  return new Date(room.clock.now().getTime() + days * DAY);
}

/** Something in the vault that no job renews and a person does. */
function put(room: RotationRoom, item: Partial<VaultItem> & { name: string }): void {
  room.store.put({
    createdOn: daysFrom(room, -10),
    expiresOn: daysFrom(room, 40),
    tags: { renewedAt: "console" },
    ...item,
  });
}

const cases: readonly [what: string, item: (room: RotationRoom) => Partial<VaultItem>, findings: string[]][] = [
  ["is sound", () => ({}), []],
  ["is older than the ring allows", (room) => ({ createdOn: daysFrom(room, -61) }), ["too-old"]],
  ["is exactly as old as the ring allows", (room) => ({ createdOn: daysFrom(room, -60) }), []],
  ["has no expiry", () => ({ expiresOn: undefined }), ["no-expiry"]],
  ["expires in 29 days", (room) => ({ expiresOn: daysFrom(room, 29) }), ["expiring"]],
  ["expires in 30 days", (room) => ({ expiresOn: daysFrom(room, 30) }), []],
  ["has expired", (room) => ({ expiresOn: daysFrom(room, -1) }), ["expired"]],
  ["is disabled", () => ({ enabled: false }), ["disabled"]],
  ["has no tag that says who renews it", () => ({ tags: {} }), ["nobody-renews"]],
  ["is a key without an expiry", () => ({ kind: VaultItemKind.Key, tags: {}, expiresOn: undefined }), ["no-expiry"]],
  [
    "is a certificate that expires",
    (room) => ({ kind: VaultItemKind.Certificate, expiresOn: daysFrom(room, 3) }),
    ["expiring"],
  ],
  ["is a certificate's own secret", () => ({ managed: true, tags: {}, expiresOn: undefined }), []],
];

test.each(cases)("what %s is reported as it is", async (_what, item, findings) => {
  const room = rotationRoom();
  put(room, { name: "vendor", ...item(room) });
  const report = await sweep(partsOf(room, []));
  expect(report.findings.map(({ kind }) => kind)).toEqual(findings);
});

test("a ring cannot allow more than ninety days", async () => {
  const room = rotationRoom();
  put(room, { name: "vendor", createdOn: daysFrom(room, -91) });
  const report = await sweep({ ...partsOf(room, []), maximumAgeDays: 400 });
  expect(report.findings).toEqual([
    { kind: "too-old", name: "secret vendor", says: "it is 91 days old, of 90 that it may become" },
  ]);
});

test("what a job renews is renewed without any event, and that none came is reported", async () => {
  const room = rotationRoom();
  const tags = { CredentialId: "key1", ProviderAddress: SECRET.owner.toLowerCase() };
  room.store.put(
    { name: SECRET.name, createdOn: daysFrom(room, -45), expiresOn: daysFrom(room, 15), tags },
    room.owner.valueOf("key1"),
  );
  const report = await sweep(partsOf(room));
  expect(report.outcomes).toMatchObject([{ secret: SECRET.name, verdict: Verdict.Overlapping }]);
  expect(report.findings.map(({ kind }) => kind)).toEqual(["not-announced"]);
  expect(room.owner.renewed).toEqual({ key1: 0, key2: 1 });
});

test("an owner in a disabled subscription is reported as such, and the other secrets are renewed", async () => {
  const room = rotationRoom();
  const other = { ...SECRET, name: "closed", owner: "/subscriptions/2/closed" };
  const closed = new OwnerUnavailable(other.owner, Unavailability.Disabled, "the subscription is disabled");
  const parts = partsOf(room, [other, SECRET]);
  const report = await sweep({
    ...parts,
    rotate: (secret, request) =>
      rotate(secret, request, {
        ...room.ports,
        owner: () => (secret === other ? { ...room.owner, keys: () => Promise.reject(closed) } : room.owner),
      }),
  });
  expect(report.outcomes.map(({ secret, verdict }) => [secret, verdict])).toEqual([
    ["closed", Verdict.Failed],
    [SECRET.name, Verdict.Overlapping],
  ]);
  expect(report.findings).toEqual([
    { kind: "owner-unavailable", name: "secret closed", says: "the subscription is disabled" },
  ]);
});

test("a disabled newest version of a renewed secret is left alone and reported", async () => {
  const room = rotationRoom();
  room.store.put({ name: SECRET.name, enabled: false, expiresOn: daysFrom(room, 5) }, room.owner.valueOf("key1"));
  const report = await sweep(partsOf(room));
  expect(report.outcomes).toMatchObject([{ verdict: Verdict.Refused }]);
  expect(room.owner.renewed).toEqual({ key1: 0, key2: 0 });
});

test("each kind is one notice however many there are, and is closed when there is none any more", async () => {
  const room = rotationRoom();
  for (let index = 0; index < 30; index += 1) put(room, { name: `vendor-${index}`, expiresOn: undefined });
  const told = memoryJournal<OpenFindings>();
  await sweep(partsOf(room, [], told));
  expect(room.notifier.notices).toMatchObject([{ fingerprint: "vault/no-expiry", title: "30 without an expiry" }]);
  expect(room.notifier.notices[0]?.text).toContain("and 10 more");
  const clean = rotationRoom();
  for (const _day of ["the next day", "the day after"]) await sweep(partsOf(clean, [], told));
  expect(clean.notifier.notices).toMatchObject([{ fingerprint: "vault/no-expiry", resolved: true }]);
});

test("a rehearsal tells nobody and changes nothing", async () => {
  const room = rotationRoom();
  put(room, { name: "vendor", expiresOn: undefined });
  const ports = { ...room.ports, actions: { dryRun: true, perform: async () => undefined } };
  const report = await sweep({
    ...partsOf(room),
    dryRun: true,
    rotate: (secret, request) => rotate(secret, request, ports),
  });
  expect(report.outcomes).toMatchObject([{ verdict: Verdict.Rehearsed }]);
  expect(room.notifier.notices).toEqual([]);
  expect(room.journal.writes).toBe(0);
  expect(room.audit.records).toEqual([]);
});

test("a process that is told to end begins no further secret, and says so", async () => {
  const room = rotationRoom();
  const report = await sweep({ ...partsOf(room), ending: AbortSignal.abort() });
  expect(report).toMatchObject({ outcomes: [], complete: false });
});

test("age and days left of everything are measured", async () => {
  const room = rotationRoom();
  put(room, { name: "vendor" });
  put(room, { name: "forever", expiresOn: undefined });
  const parts = partsOf(room, []);
  await sweep(parts);
  expect(parts.recorded).toMatchObject([
    { name: "forever", ageDays: 10, daysLeft: undefined },
    { name: "vendor", ageDays: 10, daysLeft: 40 },
  ]);
});

test("a rotation that is not finished is reported when its secret is taken out of the list", async () => {
  const room = rotationRoom();
  await sweep(partsOf(room));
  const report = await sweep(partsOf(room, []));
  expect(report.findings.map(({ kind, says }) => [kind, says])).toEqual([
    ["nobody-renews", "no job renews it and no tag `renewedAt` says where a person does"],
    [
      "abandoned",
      `its rotation is overlapping and nobody goes on with it; key1 of ${SECRET.owner} may still hold a key that should be dead`,
    ],
  ]);
});

test("events that were not delivered are reported, and cost nothing else", async () => {
  const report = await sweep({ ...partsOf(rotationRoom(), []), undelivered: async () => 3 });
  expect(report.findings).toMatchObject([{ kind: "undelivered", says: expect.stringContaining("it holds 3") }]);
});
