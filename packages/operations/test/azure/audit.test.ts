import type { ContainerClient } from "@azure/storage-blob";
import type { ChainHead } from "../../src/audit";
import { verifyAudit } from "../../src/audit";
import { BlobAudit } from "../../src/azure/audit/blob-audit";
import { NotedHead } from "../../src/azure/audit/noted-head";
import { AuditMoment, type AuditRecord } from "../../src/ports";
import { memoryJournal } from "../../src/testing";
import { type Azurite, startAzurite } from "../azurite";
import { containerOn } from "./clients";

let azurite: Azurite;
beforeAll(async () => {
  azurite = await startAzurite();
}, 60_000);
afterAll(() => azurite.close());

async function auditOf(name: string, mostLinks?: number) {
  const container = await containerOn(azurite, name);
  const heads = memoryJournal<ChainHead>();
  const open = () => new BlobAudit(container, new NotedHead(heads), mostLinks);
  return { container, heads, open, audit: open() };
}

function records(run: string): AuditRecord[] {
  const moments = [AuditMoment.Requested, AuditMoment.Decided, AuditMoment.Executing, AuditMoment.Succeeded];
  return moments.map((moment, index) => ({
    at: `2026-01-01T00:00:0${index}.000Z`,
    moment,
    action: "regenerate-key",
    run,
    correlation: "c",
    who: "job ü",
    why: "too old",
    target: "/subscriptions/1",
    parameters: { slot: "key1" },
  }));
}

async function verified({ audit }: { audit: BlobAudit }) {
  const noted = await audit.noted();
  return verifyAudit(audit.lines(), noted ? [noted] : []);
}

/** The whole text of a blob of the chain, and another one in its place, as somebody with too many rights would do it. */
async function textOf(container: ContainerClient, name: string): Promise<string> {
  return (await container.getBlobClient(name).downloadToBuffer()).toString("utf8");
}
async function overwrite(container: ContainerClient, name: string, text: string): Promise<void> {
  const blob = container.getAppendBlobClient(name);
  await blob.deleteIfExists();
  await blob.create();
  if (text !== "") await blob.appendBlock(text, Buffer.byteLength(text));
}

const FIRST = "chain-000001.jsonl";

test("records are chained in the order in which they are given, across processes", async () => {
  const all = await auditOf("order");
  await Promise.all(records("1").map((record) => all.audit.append(record)));
  for (const record of records("2")) await all.open().append(record);
  const report = await verified(all);
  expect(report).toMatchObject({ links: 8, records: 8, findings: [], unfinished: [] });
  expect((await textOf(all.container, FIRST)).split("\n")).toHaveLength(9);
  expect(all.heads.contents().head).toEqual(report.head);
});

test("three processes that write at once lose nothing and fork nothing", async () => {
  const all = await auditOf("race");
  const writers = ["a", "b", "c"].map(async (run) => {
    const audit = all.open();
    for (const record of records(run)) await audit.append(record);
  });
  await Promise.all(writers);
  expect(await verified(all)).toMatchObject({ records: 12, findings: [], unfinished: [] });
});

test("a full blob ends with the name of the next one, also when several writers fill it", async () => {
  const all = await auditOf("continued", 5);
  await Promise.all(
    ["a", "b", "c"].map(async (run) => {
      const audit = all.open();
      for (const record of records(run)) await audit.append(record);
    }),
  );
  const report = await verified(all);
  expect(report).toMatchObject({ links: 14, records: 12, findings: [], unfinished: [] });
  const names: string[] = [];
  for await (const { name } of all.container.listBlobsFlat()) names.push(name);
  expect(names).toEqual([FIRST, "chain-000002.jsonl", "chain-000003.jsonl"]);
  expect((await textOf(all.container, FIRST)).trimEnd().split("\n").at(-1)).toContain(
    '"continuesIn":"chain-000002.jsonl"',
  );
});

test("a crash after the last link of a full blob, or after the next one was made, loses nothing", async () => {
  const all = await auditOf("crash-at-border", 4);
  for (const record of records("1")) await all.audit.append(record);
  await all.open().append({ ...records("2")[0], run: "2" } as AuditRecord);
  await overwrite(all.container, "chain-000002.jsonl", "");
  await all.heads.replace({ key: "head", value: { sequence: 5, hash: "" }, etag: '"5"' }, { sequence: 0, hash: "" });
  await all.open().append({ ...records("2")[0], run: "2" } as AuditRecord);
  expect(await verified(all)).toMatchObject({ records: 5, findings: [], unfinished: [{ run: "2" }] });
});

test("a crash between a link and its note: the note lags behind, and the next record catches up", async () => {
  const all = await auditOf("crash-before-note");
  const [first, second] = records("1");
  const crashing = new BlobAudit(all.container, {
    read: async () => undefined,
    note: async () => {
      throw new Error("crash");
    },
  } as unknown as NotedHead);
  await expect(crashing.append(first as AuditRecord)).rejects.toThrow("crash");
  expect(await verified(all)).toMatchObject({ records: 1, findings: [], unfinished: [{ moment: "requested" }] });
  await all.open().append(second as AuditRecord);
  expect(await verified(all)).toMatchObject({ records: 2, findings: [] });
  expect(all.heads.contents().head?.sequence).toBe(2);
});

test("a write whose answer got lost is not written twice", async () => {
  const all = await auditOf("lost-answer");
  const [first, second] = records("1");
  await all.audit.append(first as AuditRecord);
  const losing = losingAnswers(all.container);
  await new BlobAudit(losing, new NotedHead(all.heads)).append(second as AuditRecord);
  expect(await verified(all)).toMatchObject({ records: 2, findings: [] });
});

/** A container whose append blobs take each block and then answer as they do when the client repeats it. */
function losingAnswers(container: ContainerClient): ContainerClient {
  return new Proxy(container, {
    get: (target, property) => {
      const member: unknown = Reflect.get(target, property);
      if (property !== "getAppendBlobClient") return typeof member === "function" ? member.bind(target) : member;
      return (name: string) => {
        const blob = target.getAppendBlobClient(name);
        const append = blob.appendBlock.bind(blob);
        blob.appendBlock = async (...given) => {
          await append(...given);
          return append(...given);
        };
        return blob;
      };
    },
  });
}

describe("what somebody does to the chain afterwards is found", () => {
  const cases: [what: string, change: (lines: string[]) => string[], faults: string[]][] = [
    ["a record is changed", (lines) => lines.with(1, (lines[1] ?? "").replace("too old", "as asked")), ["tampered"]],
    ["a record is taken out", (lines) => lines.toSpliced(1, 1), ["missing", "out-of-turn"]],
    ["two are swapped", (lines) => [lines[0], lines[2], lines[1], lines[3]] as string[], ["missing", "reordered"]],
    ["the end is cut off", (lines) => lines.slice(0, 3), ["truncated"]],
    ["everything is gone", () => [], ["truncated"]],
    ["a line is no record", (lines) => lines.with(2, "gone"), ["unreadable", "missing", "out-of-turn"]],
    ["a record is there twice", (lines) => [...lines, lines[3] ?? ""], ["reordered", "out-of-turn"]],
  ];

  test.each(cases)("%s", async (what, change, faults) => {
    const all = await auditOf(what.replaceAll(" ", "-"));
    for (const record of records("1")) await all.audit.append(record);
    const lines = (await textOf(all.container, FIRST)).trimEnd().split("\n");
    await overwrite(
      all.container,
      FIRST,
      change(lines)
        .map((line) => `${line}\n`)
        .join(""),
    );
    const found = (await verified(all)).findings.map(({ fault }) => fault);
    for (const fault of faults) expect(found).toContain(fault);
  });

  test("the chain is written anew with right hashes", async () => {
    const all = await auditOf("anew");
    for (const record of records("1")) await all.audit.append(record);
    await overwrite(all.container, FIRST, "");
    const forger = new BlobAudit(all.container, new NotedHead(memoryJournal<ChainHead>()));
    for (const record of records("1")) await forger.append({ ...record, why: "as asked" });
    expect((await verified(all)).findings).toMatchObject([{ fault: "rewritten" }]);
  });

  test("a chain that was cut off is not continued: nothing can be done any more", async () => {
    const all = await auditOf("not-continued");
    for (const record of records("1")) await all.audit.append(record);
    const lines = (await textOf(all.container, FIRST)).trimEnd().split("\n");
    await overwrite(all.container, FIRST, `${lines[0]}\n`);
    await expect(all.open().append(records("2")[0] as AuditRecord)).rejects.toThrow(
      "the audit ends with record 1, and record 4 has been written; nothing is done until a person has looked",
    );
    await overwrite(all.container, FIRST, `${lines[0]}\nnonsense\n`);
    await expect(all.open().append(records("2")[0] as AuditRecord)).rejects.toThrow("is not a link of the chain");
  });
});
