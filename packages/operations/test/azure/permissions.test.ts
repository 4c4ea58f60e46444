import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { type GrantPurpose, type JobGrant, jobGrants } from "@ringfence/core/jobs";
import { roles } from "@ringfence/core/roles";
import { verifyAudit } from "../../src/audit";
import { BlobAudit } from "../../src/azure/audit/blob-audit";
import { NotedHead } from "../../src/azure/audit/noted-head";
import { tableJournal } from "../../src/azure/journal/table-journal";
import { storageQueue } from "../../src/azure/queue/storage-queue";
import type { AuditMoment, AuditRecord } from "../../src/ports";
import { fakeClock, memoryJournal } from "../../src/testing";
import { type Azurite, startAzurite } from "../azurite";
import { containerOn, queueOn, tableOn } from "./clients";

/** Azurite asks for no roles. What each call would take in Azure is known, and compared with what the roles have. */
const blobs = "Microsoft.Storage/storageAccounts/blobServices/containers/blobs";
const queues = "Microsoft.Storage/storageAccounts/queueServices/queues/messages";
const entities = "Microsoft.Storage/storageAccounts/tableServices/tables/entities";

/** Any one of these lets a call through (learn.microsoft.com, "Permissions for calling data operations"). */
const takes: [call: RegExp, dataActions: string[]][] = [
  [/^(GET|HEAD) \/blob\/audit(\/[^?]*)?(\?(?!.*comp=appendblock).*)?$/, [`${blobs}/read`]],
  [/^PUT \/blob\/audit\/[^?]+(\?comp=appendblock)?$/, [`${blobs}/write`, `${blobs}/add/action`]],
  [/^GET \/queue\/events\/messages/, [`${queues}/process/action`]],
  [/^DELETE \/queue\/events\/messages/, [`${queues}/process/action`, `${queues}/delete`]],
  [/^POST \/queue\/poison\/messages/, [`${queues}/add/action`, `${queues}/write`]],
  [/^GET \/table\/journal/, [`${entities}/read`]],
  [/^POST \/table\/journal/, [`${entities}/add/action`, `${entities}/write`]],
  [/^(PUT|PATCH|MERGE) \/table\/journal/, [`${entities}/write`, `${entities}/update/action`]],
];

let azurite: Azurite;
beforeAll(async () => {
  azurite = await startAzurite();
}, 60_000);
afterAll(() => azurite.close());

/** The calls that the work makes to the emulator: method, service and path. */
async function callsOf(work: () => Promise<void>): Promise<string[]> {
  const services = { blob: azurite.blobEndpoint, queue: azurite.queueEndpoint, table: azurite.tableEndpoint };
  const calls: string[] = [];
  const heard = (message: unknown) => {
    const { request } = message as { request: { method: string; path: string; getHeader(name: string): unknown } };
    for (const [service, endpoint] of Object.entries(services))
      if (new URL(endpoint).host === String(request.getHeader("host")))
        calls.push(`${request.method} ${pathOf(request.path).replace(`/${azurite.account}`, `/${service}`)}`);
  };
  subscribe("http.client.request.start", heard);
  try {
    await work();
  } finally {
    unsubscribe("http.client.request.start", heard);
  }
  return [...new Set(calls)];
}

/** Without the server's own time limit, which is no permission. */
function pathOf(given: string): string {
  const url = new URL(given, "https://storage");
  url.searchParams.delete("timeout");
  return `${url.pathname}${url.search}`;
}

function lacking(calls: readonly string[], grants: readonly GrantPurpose[]): string[] {
  const allowed = grants.flatMap((purpose) => {
    const { role }: JobGrant = jobGrants[purpose];
    return roles[role].dataActions;
  });
  const mays = (action: string) =>
    allowed.some((pattern) => new RegExp(`^${pattern.replaceAll("*", ".*")}$`, "i").test(action));
  return calls.filter((call) => {
    const row = takes.find(([pattern]) => pattern.test(call));
    return row === undefined || !row[1].some(mays);
  });
}

function record(moment: AuditMoment): AuditRecord {
  return { at: "T", moment, action: "a", run: "r", correlation: "c", who: "w", why: "y", target: "t", parameters: {} };
}

test("the audit is written with the writer's role and read with the reader's", async () => {
  const container = await containerOn(azurite, "audit");
  const heads = memoryJournal<{ sequence: number; hash: string }>();
  const open = () => new BlobAudit(container, new NotedHead(heads), 2);
  const writes = await callsOf(async () => {
    for (const moment of ["requested", "decided", "executing"] as const) await open().append(record(moment));
  });
  expect(writes.length).toBeGreaterThan(4);
  expect(lacking(writes, ["writes-audit"])).toEqual([]);
  expect(lacking(writes, ["reads-audit"]).every((call) => call.startsWith("PUT "))).toBe(true);
  expect(lacking(writes, ["reads-audit"])).not.toEqual([]);
  const reads = await callsOf(async () => {
    await verifyAudit(open().lines());
  });
  expect(reads.length).toBeGreaterThan(1);
  expect(lacking(reads, ["reads-audit"])).toEqual([]);
});

test("the journal is kept with the keeper's role and read with the reader's", async () => {
  const journal = tableJournal<string>(await tableOn(azurite, "journal"), "p");
  const writes = await callsOf(async () => {
    const entry = await journal.create("a/b", "1");
    await journal.replace(entry, "2");
  });
  expect(writes).toHaveLength(2);
  expect(lacking(writes, ["keeps-journal"])).toEqual([]);
  expect(lacking(writes, ["reads-journal"])).toEqual(writes);
  const reads = await callsOf(async () => {
    await journal.read("a/b");
    for await (const { key } of journal.entries()) expect(key).toBe("a/b");
  });
  expect(reads).toHaveLength(2);
  expect(lacking(reads, ["reads-journal"])).toEqual([]);
});

test("events are taken and given up with the roles on the two queues", async () => {
  const events = await queueOn(azurite, "events");
  const queue = storageQueue(events, await queueOn(azurite, "poison"), fakeClock());
  await events.sendMessage("one");
  await events.sendMessage("two");
  const calls = await callsOf(async () => {
    const [one, two] = [await queue.receive(30_000), await queue.receive(30_000)];
    if (one) await queue.done(one);
    if (two) await queue.poison(two, "reason");
  });
  expect(calls.length).toBeGreaterThan(3);
  const on = (name: string) => calls.filter((call) => call.includes(`/queue/${name}/`));
  expect([...on("events"), ...on("poison")].sort()).toEqual([...calls].sort());
  expect(lacking(on("events"), ["takes-events"])).toEqual([]);
  expect(lacking(on("poison"), ["gives-up-events"])).toEqual([]);
  expect(lacking(on("events"), ["counts-events"])).not.toEqual([]);
});
