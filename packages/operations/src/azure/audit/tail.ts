import type { ContainerClient } from "@azure/storage-blob";
import { AuditBroken, type ChainHead, chainStart, expectedHash, type Link, parseLink } from "../../audit";
import { chainBlobName, chainBlobs, nextBlobName } from "./chain-blobs";

/** Where the next link goes, and what it follows. */
export interface Tail {
  readonly blob: string;
  /** Bytes in the blob; the next link is written there or not at all. */
  readonly size: number;
  readonly head: ChainHead;
  /** Links in the blob. */
  readonly links: number;
  /** Hashes of the newest links that were read: a write whose answer got lost finds itself here. */
  readonly recent: ReadonlySet<string>;
}

/** More than the newest few links take; each is some hundred bytes. */
const LOOK_BACK_BYTES = 256 * 1024;

/** Finds the chain's end. @throws AuditBroken if what is there cannot be continued */
export async function findTail(container: ContainerClient): Promise<Tail> {
  const names = await chainBlobs(container);
  const last = names.at(-1);
  if (last === undefined) return begin(chainBlobName(1), chainStart, new Set());
  const end = await endOf(container, last);
  if (end.newest === undefined) {
    const before = names.at(-2);
    const earlier = before === undefined ? undefined : await endOf(container, before);
    if (before !== undefined && earlier?.newest === undefined)
      throw new AuditBroken(`the audit's blobs ${before} and ${last} are both empty`);
    const head = earlier?.newest === undefined ? chainStart : headOf(earlier.newest);
    return begin(last, head, earlier?.recent ?? new Set());
  }
  const head = headOf(end.newest);
  if ("continuesIn" in end.newest) return begin(nextBlobName(last), head, end.recent);
  return { blob: last, size: end.size, head, links: end.newest.sequence - end.firstSequence + 1, recent: end.recent };
}

function begin(blob: string, head: ChainHead, recent: ReadonlySet<string>): Tail {
  return { blob, size: 0, head, links: 0, recent };
}

function headOf({ sequence, hash }: Link): ChainHead {
  return { sequence, hash };
}

interface BlobEnd {
  readonly size: number;
  readonly newest?: Link;
  readonly firstSequence: number;
  readonly recent: ReadonlySet<string>;
}

async function endOf(container: ContainerClient, name: string): Promise<BlobEnd> {
  const client = container.getBlobClient(name);
  const size = (await client.getProperties()).contentLength ?? 0;
  if (size === 0) return { size, firstSequence: 0, recent: new Set() };
  const from = Math.max(0, size - LOOK_BACK_BYTES);
  const lines = (await client.downloadToBuffer(from, size - from)).toString("utf8").trimEnd().split("\n");
  // The first line of a look back may be half a line.
  const links = lines.map(parseLink).filter((link) => link !== undefined);
  const newest = parseLink(lines.at(-1) ?? "");
  if (newest === undefined || expectedHash(newest) !== newest.hash)
    throw new AuditBroken(`the last line of the audit's blob ${name} is not a link of the chain`);
  const firstSequence = from === 0 ? (links[0]?.sequence ?? 1) : await firstSequenceOf(container, name);
  return { size, newest, firstSequence, recent: new Set(links.map(({ hash }) => hash)) };
}

/** The first line begins with a link's number within this many bytes: a link's JSON is at most some kilobytes. */
const FIRST_LINE_BYTES = 64 * 1024;

async function firstSequenceOf(container: ContainerClient, name: string): Promise<number> {
  const start = (await container.getBlobClient(name).downloadToBuffer(0, FIRST_LINE_BYTES)).toString("utf8");
  const first = parseLink(start.split("\n")[0] ?? "");
  if (!first) throw new AuditBroken(`the first line of the audit's blob ${name} is not a link of the chain`);
  return first.sequence;
}
