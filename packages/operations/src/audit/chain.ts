import { createHash } from "node:crypto";
import type { AuditRecord } from "../ports";
import { canonicalJson } from "./canonical-json";

/** Where a chain stands: the number and the hash of its newest link. */
export interface ChainHead {
  /** 0 before the first record. */
  readonly sequence: number;
  readonly hash: string;
}

/** What a link holds: a record, or the name of the blob in which the chain goes on. */
export type LinkContent = { readonly record: AuditRecord } | { readonly continuesIn: string };

/** One line of the audit: numbered, and bound to the line before by its hash. */
export type Link = { readonly sequence: number; readonly previous: string; readonly hash: string } & LinkContent;

/** What the first link has for the hash before. */
export const chainStart: ChainHead = { sequence: 0, hash: "0".repeat(64) };

/** The next link after a head. SHA-256 over the canonical JSON of everything but the hash itself. */
export function linkAfter(head: ChainHead, content: LinkContent): Link {
  const body = { sequence: head.sequence + 1, previous: head.hash, ...content };
  return { ...body, hash: hashOf(body) };
}

/** A link's hash as it should be, from what it says. */
export function expectedHash({ hash: _stored, ...body }: Link): string {
  return hashOf(body);
}

function hashOf(body: object): string {
  return createHash("sha256").update(canonicalJson(body)).digest("hex");
}

/** A link as a line of its file, with the end of line. */
export function lineOf(link: Link): string {
  return `${canonicalJson(link)}\n`;
}

/** The link that a line holds; nothing if it holds none. */
export function parseLink(text: string): Link | undefined {
  try {
    const link = JSON.parse(text) as Link | null;
    const whole =
      typeof link?.sequence === "number" &&
      typeof link.previous === "string" &&
      typeof link.hash === "string" &&
      (("record" in link && typeof link.record === "object" && link.record !== null) || "continuesIn" in link);
    return whole ? link : undefined;
  } catch {
    return undefined;
  }
}
