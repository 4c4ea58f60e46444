import type { TableClient } from "@azure/data-tables";
import fc from "fast-check";
import { journalLeases, type LeaseEntry } from "../../src/azure/journal/journal-leases";
import { keyOf, rowKey } from "../../src/azure/journal/row-key";
import { tableJournal } from "../../src/azure/journal/table-journal";
import { JournalConflict, LeaseLost } from "../../src/ports";
import { fakeClock, memoryJournal, memoryLeases } from "../../src/testing";
import { type Azurite, startAzurite } from "../azurite";
import { tableOn } from "./clients";

let azurite: Azurite;
let table: TableClient;
beforeAll(async () => {
  azurite = await startAzurite();
  table = await tableOn(azurite, "journal");
}, 60_000);
afterAll(() => azurite.close());

interface Step {
  readonly phase: string;
  readonly note?: string;
}

test("an entry is created once, replaced by who read it last, and read back", async () => {
  const journal = tableJournal<Step>(table, "basics");
  expect(await journal.read("a")).toBeUndefined();
  const first = await journal.create("a", { phase: "claimed" });
  await expect(journal.create("a", { phase: "other" })).rejects.toEqual(new JournalConflict("a"));
  const second = await journal.replace(first, { phase: "published", note: "ü\n'\"" });
  await expect(journal.replace(first, { phase: "late" })).rejects.toBeInstanceOf(JournalConflict);
  expect(await journal.read("a")).toEqual(second);
  expect(second.value).toEqual({ phase: "published", note: "ü\n'\"" });
});

test("of ten that replace an entry at the same moment one wins", async () => {
  const journal = tableJournal<Step>(table, "race");
  const entry = await journal.create("a", { phase: "0" });
  const outcomes = await Promise.allSettled(
    Array.from({ length: 10 }, (_, index) => journal.replace(entry, { phase: String(index) })),
  );
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  for (const outcome of outcomes)
    if (outcome.status === "rejected") expect(outcome.reason).toBeInstanceOf(JournalConflict);
});

test("keys of every kind are kept apart, and listed within their own purpose", async () => {
  const journal = tableJournal<Step>(table, "keys");
  const keys = ["/subscriptions/1/providers/a", "a?b", "a#b", "a\\b", "a%2Fb", "a=002fb", "ünï", "a b", "'"];
  for (const key of keys) await journal.create(key, { phase: key });
  await tableJournal<Step>(table, "keys2").create("elsewhere", { phase: "x" });
  const listed: string[] = [];
  for await (const { key, value } of journal.entries()) {
    expect(value.phase).toBe(key);
    listed.push(key);
  }
  expect(listed.sort()).toEqual([...keys].sort());
});

test("any key comes back from its row key, which holds nothing that Table Storage refuses", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (key) => {
      expect(rowKey(key)).not.toMatch(/[^\x21-\x7e]|[/\\#?]/);
      expect(keyOf(rowKey(key))).toBe(key);
    }),
  );
});

test("a value longer than one property is kept whole, and one longer than an entity is refused", async () => {
  const journal = tableJournal<Step>(table, "long");
  const note = "one of three parts ".repeat(8_000);
  await journal.create("long", { phase: "x", note });
  expect((await journal.read("long"))?.value.note === note).toBe(true);
  await expect(journal.create("longer", { phase: "x", note: note.repeat(4) })).rejects.toThrow(
    /the journal's entry longer has 6080\d\d letters; 480000 fit/,
  );
});

test("a write whose answer got lost is known again when it is repeated", async () => {
  let loses = true;
  const losing = new Proxy(table, {
    get: (target, property) => {
      const member: unknown = Reflect.get(target, property);
      if (property !== "createEntity" && property !== "updateEntity")
        return typeof member === "function" ? member.bind(target) : member;
      // What the client's own retry does after a connection that broke: it sends the same write again.
      return async (...given: unknown[]) => {
        const send = () => Reflect.apply(member as () => Promise<unknown>, target, given);
        if (loses) await send();
        return send();
      };
    },
  });
  const journal = tableJournal<Step>(losing, "lost");
  const entry = await journal.create("a", { phase: "1" });
  const next = await journal.replace(entry, { phase: "2" });
  loses = false;
  expect(next.etag).toBe((await journal.read("a"))?.etag);
  await expect(journal.replace(entry, { phase: "3" })).rejects.toBeInstanceOf(JournalConflict);
});

const kinds = {
  "in the table": () => {
    const clock = fakeClock();
    return { clock, leases: journalLeases(tableJournal<LeaseEntry>(table, `leases-${Math.random()}`), clock) };
  },
  "in memory": () => {
    const clock = fakeClock();
    return { clock, leases: memoryLeases(clock) };
  },
};

describe.each(Object.entries(kinds))("leases %s", (_name, make) => {
  test("one holder at a time; the next one's turn is higher", async () => {
    const { clock, leases } = make();
    const first = await leases.acquire("secret", "one", 10_000);
    expect(first).toMatchObject({ holder: "one", turn: 1 });
    expect(await leases.acquire("secret", "two", 10_000)).toBeUndefined();
    expect(await leases.acquire("other", "two", 10_000)).toMatchObject({ turn: 1 });
    await clock.advance(15_000);
    const second = await leases.acquire("secret", "two", 10_000);
    expect(second).toMatchObject({ holder: "two", turn: 2 });
    if (first) await expect(leases.renew(first, 10_000)).rejects.toBeInstanceOf(LeaseLost);
    if (first) await leases.release(first);
    expect(await leases.acquire("secret", "three", 10_000)).toBeUndefined();
  });

  test("a renewed lease lasts longer, an expired one cannot be renewed though nobody took it", async () => {
    const { clock, leases } = make();
    const lease = await leases.acquire("secret", "one", 10_000);
    if (!lease) throw new Error("no lease");
    await clock.advance(9_000);
    const renewed = await leases.renew(lease, 10_000);
    expect(renewed.until.getTime() - clock.now().getTime()).toBe(10_000);
    await clock.advance(10_000);
    await expect(leases.renew(renewed, 10_000)).rejects.toEqual(new LeaseLost("secret"));
  });

  test("a lease that is given back is free at once", async () => {
    const { leases } = make();
    const lease = await leases.acquire("secret", "one", 10_000);
    if (!lease) throw new Error("no lease");
    await leases.release(lease);
    expect(await leases.acquire("secret", "two", 10_000)).toMatchObject({ holder: "two", turn: 2 });
  });

  test("of ten that want it at the same moment one gets it", async () => {
    const { leases } = make();
    const got = await Promise.all(
      Array.from({ length: 10 }, (_, index) => leases.acquire("secret", `worker-${index}`, 10_000)),
    );
    expect(got.filter((lease) => lease !== undefined)).toHaveLength(1);
  });
});

test("a lease is taken over only when its end has passed on a clock that is two seconds behind too", async () => {
  const clock = fakeClock();
  const leases = journalLeases(memoryJournal<LeaseEntry>(), clock);
  await leases.acquire("secret", "one", 10_000);
  await clock.advance(11_999);
  expect(await leases.acquire("secret", "two", 10_000)).toBeUndefined();
  await clock.advance(1);
  expect(await leases.acquire("secret", "two", 10_000)).toMatchObject({ turn: 2 });
});
