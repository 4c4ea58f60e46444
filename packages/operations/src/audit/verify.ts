import { AuditMoment, type AuditRecord } from "../ports";
import { type ChainHead, chainStart, expectedHash, type Link, parseLink } from "./chain";

/** What can be wrong with an audit. */
export const AuditFault = {
  /** A line is not a link at all. */
  Unreadable: "unreadable",
  /** A link does not say what its hash was made of. */
  Tampered: "tampered",
  /** The number after the last one is not there. */
  Missing: "missing",
  /** A number comes where an earlier or later one belongs, or twice. */
  Reordered: "reordered",
  /** The chain ends before the link that is noted as its newest. */
  Truncated: "truncated",
  /** The link noted as the newest is there, with another hash: the chain was written anew. */
  Rewritten: "rewritten",
  /** The records of one run are not in the order that an action has. */
  OutOfTurn: "out-of-turn",
} as const;
export type AuditFault = (typeof AuditFault)[keyof typeof AuditFault];

/** One thing that is wrong, and where. */
export interface AuditFinding {
  readonly fault: AuditFault;
  /** The file and line, `chain-000001.jsonl:17`. */
  readonly at: string;
  readonly says: string;
}

/** An action that was begun and of which no end is recorded: the job died in the middle, or is in it now. */
export interface UnfinishedRun {
  readonly run: string;
  readonly action: string;
  readonly target: string;
  readonly since: string;
  readonly moment: AuditMoment;
}

/** What a check of the audit found. */
export interface AuditReport {
  readonly links: number;
  readonly records: number;
  readonly head: ChainHead;
  readonly findings: readonly AuditFinding[];
  readonly unfinished: readonly UnfinishedRun[];
}

/** A line of the audit and where it is. */
export interface PlacedLine {
  readonly at: string;
  readonly text: string;
}

/** Which moment may follow which; a run begins with `requested`. */
const next: Readonly<Record<AuditMoment | "none", readonly AuditMoment[]>> = {
  none: [AuditMoment.Requested],
  requested: [AuditMoment.Decided],
  decided: [AuditMoment.Executing],
  executing: [AuditMoment.Succeeded, AuditMoment.Failed],
  succeeded: [],
  failed: [],
};

/** A refused action ends with the decision; it says so. */
export const REFUSED = "refused";

/**
 * Follows the chain from its first line to its last, in constant memory but for the runs that are open. `noted` are
 * heads that were kept elsewhere: in the journal, in the logs. Without one, a chain that was cut off at its end looks
 * like a shorter chain.
 */
export async function verifyAudit(
  lines: AsyncIterable<PlacedLine> | Iterable<PlacedLine>,
  noted: readonly ChainHead[] = [],
): Promise<AuditReport> {
  const findings: AuditFinding[] = [];
  const runs = new Map<string, UnfinishedRun>();
  const hashes = new Map<number, string>();
  const wanted = new Set(noted.map(({ sequence }) => sequence));
  let head: ChainHead = chainStart;
  let links = 0;
  let records = 0;
  let at = "the beginning";
  for await (const line of lines) {
    at = line.at;
    const link = parseLink(line.text);
    if (!link) {
      findings.push({ fault: AuditFault.Unreadable, at, says: "the line is not a link of the chain" });
      continue;
    }
    links += 1;
    findings.push(...linkFindings(link, head, at));
    if (wanted.has(link.sequence)) hashes.set(link.sequence, link.hash);
    if ("record" in link) {
      records += 1;
      findings.push(...turnFindings(link.record, runs, at));
    }
    head = link.sequence > head.sequence ? { sequence: link.sequence, hash: link.hash } : head;
  }
  findings.push(...noted.flatMap((mark) => headFindings(mark, head, hashes, at)));
  return { links, records, head, findings, unfinished: [...runs.values()] };
}

function linkFindings(link: Link, before: ChainHead, at: string): AuditFinding[] {
  const findings: AuditFinding[] = [];
  if (expectedHash(link) !== link.hash)
    findings.push({ fault: AuditFault.Tampered, at, says: `record ${link.sequence} does not fit its own hash` });
  const due = before.sequence + 1;
  if (link.sequence > due) {
    const gap = link.sequence - due === 1 ? `record ${due} is` : `records ${due} to ${link.sequence - 1} are`;
    findings.push({ fault: AuditFault.Missing, at, says: `${gap} not in its place before record ${link.sequence}` });
  } else if (link.sequence < due)
    findings.push({ fault: AuditFault.Reordered, at, says: `record ${link.sequence} comes where ${due} belongs` });
  else if (link.previous !== before.hash)
    findings.push({
      fault: AuditFault.Tampered,
      at,
      says: `record ${link.sequence} follows another record ${before.sequence} than the one before it`,
    });
  return findings;
}

function turnFindings(record: AuditRecord, runs: Map<string, UnfinishedRun>, at: string): AuditFinding[] {
  const { run, action, target, moment } = record;
  const open = runs.get(run);
  const allowed = next[open?.moment ?? "none"];
  const findings: AuditFinding[] = [];
  if (!allowed.includes(moment)) {
    const says = `${action} (run ${run}) is ${moment} after ${open?.moment ?? "nothing"}; ${allowed.join(" or ")} was due`;
    findings.push({ fault: AuditFault.OutOfTurn, at, says });
  }
  const ended = next[moment].length === 0 || (moment === AuditMoment.Decided && isRefusal(record));
  if (ended) runs.delete(run);
  else runs.set(run, { run, action, target, moment, since: open?.since ?? record.at });
  return findings;
}

/** Whether a decision's outcome is that the action is not taken. */
export function isRefusal({ outcome = "" }: AuditRecord): boolean {
  return outcome.startsWith(REFUSED);
}

function headFindings(
  mark: ChainHead,
  head: ChainHead,
  hashes: ReadonlyMap<number, string>,
  at: string,
): AuditFinding[] {
  if (mark.sequence === 0) return [];
  const found = hashes.get(mark.sequence);
  if (found === mark.hash) return [];
  if (mark.sequence > head.sequence) {
    const says = `the chain ends with record ${head.sequence}, and record ${mark.sequence} has been written`;
    return [{ fault: AuditFault.Truncated, at, says }];
  }
  if (found === undefined) return [];
  return [{ fault: AuditFault.Rewritten, at, says: `record ${mark.sequence} is not the one that was noted` }];
}
