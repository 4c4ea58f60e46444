import type { ContainerClient } from "@azure/storage-blob";
import {
  AuditBroken,
  type AuditTrail,
  type ChainHead,
  type Link,
  type LinkContent,
  lineOf,
  linkAfter,
} from "../../audit";
import type { AuditRecord } from "../../ports";
import { statusOf } from "../status";
import { blobLines, chainBlobs, nextBlobName } from "./chain-blobs";
import type { NotedHead } from "./noted-head";
import { findTail, type Tail } from "./tail";

/** An append blob takes 50,000 blocks, one of which is a link; this leaves room and keeps a blob easy to read. */
const MOST_LINKS = 40_000;

/** Others that append at the same moment go first so often at most, before something else must be wrong. */
const MOST_ATTEMPTS = 50;

/**
 * The audit as append blobs with one chain through all of them. Several jobs write at once: each link is appended on the
 * condition that the blob is as long as it was when the chain's end was read, so that of two writers one wins and the
 * other reads the end again. A block is written whole or not at all, so a crash leaves no half line; a crash before the
 * write leaves nothing, a crash after it a record whose writer did not hear of it, which is the truth.
 *
 * The chain's newest link is noted apart from it, in the journal: without that, a chain that was cut off at its end
 * would look like a shorter one. The note is written after the link; after a crash in between it lags behind, until the
 * next link is written.
 */
export class BlobAudit implements AuditTrail {
  #tail?: Tail;
  #last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly container: ContainerClient,
    private readonly head: NotedHead,
    private readonly mostLinks: number = MOST_LINKS,
  ) {}

  /** Records of one process are written in the order in which they are given. */
  append(record: AuditRecord): Promise<void> {
    const mine = this.#last.then(() => this.write(record));
    this.#last = mine.catch(() => undefined);
    return mine;
  }

  async *lines() {
    for (const name of await chainBlobs(this.container)) yield* blobLines(this.container, name);
  }

  noted(): Promise<ChainHead | undefined> {
    return this.head.read();
  }

  private async write(record: AuditRecord): Promise<void> {
    const attempted = new Set<string>();
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
      const tail = this.#tail ?? (await this.readTail());
      // The answer to an earlier attempt got lost, and the link is there.
      const found = [...attempted].some((hash) => tail.recent.has(hash));
      if (found) return this.head.note(tail.head);
      const full = tail.links >= this.mostLinks;
      const content: LinkContent = full ? { continuesIn: nextBlobName(tail.blob) } : { record };
      const link = linkAfter(tail.head, content);
      if (!full) attempted.add(link.hash);
      this.#tail = await this.place(tail, link);
      if (this.#tail && !full) return this.head.note(this.#tail.head);
    }
    throw new Error(`the audit was written by others ${MOST_ATTEMPTS} times in a row`);
  }

  /** The end of the chain, which must not be before the newest link that was noted. */
  private async readTail(): Promise<Tail> {
    const noted = await this.head.read();
    const tail = await findTail(this.container);
    if (noted && noted.sequence > tail.head.sequence)
      throw new AuditBroken(
        `the audit ends with record ${tail.head.sequence}, and record ${noted.sequence} has been written`,
      );
    return tail;
  }

  /** Appends the link where the tail says; nothing if somebody else was there first. */
  private async place(tail: Tail, link: Link): Promise<Tail | undefined> {
    const blob = this.container.getAppendBlobClient(tail.blob);
    const line = Buffer.from(lineOf(link));
    try {
      if (tail.size === 0) await blob.createIfNotExists({ blobHTTPHeaders: { blobContentType: "application/jsonl" } });
      await blob.appendBlock(line, line.length, { conditions: { appendPosition: tail.size } });
    } catch (error) {
      if (statusOf(error) === 412) return undefined;
      throw error;
    }
    const head = { sequence: link.sequence, hash: link.hash };
    if ("continuesIn" in link) return { blob: link.continuesIn, size: 0, head, links: 0, recent: new Set() };
    return { ...tail, size: tail.size + line.length, head, links: tail.links + 1, recent: new Set() };
  }
}
