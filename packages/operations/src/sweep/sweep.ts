import { type AgeGauges, takeInventory } from "../inventory";
import type { Clock, Journal, Notifier, SecretStore } from "../ports";
import {
  isFinished,
  type Outcome,
  RequestKind,
  type RotatedSecret,
  type RotationEntry,
  type RotationRequest,
  Verdict,
} from "../rotation";
import { type Finding, FindingKind, findingsOf, wasAnnounced } from "./finding";
import { type OpenFindings, reportFindings } from "./report-findings";

/** What the sweep works with. */
export interface SweepParts {
  readonly store: SecretStore;
  readonly secrets: readonly RotatedSecret[];
  /** The ring's maximum, in days. */
  readonly maximumAgeDays: number;
  readonly clock: Clock;
  readonly notifier: Notifier;
  readonly gauges: AgeGauges;
  /** What is under way, also of secrets that are not renewed any more. */
  readonly rotations: AsyncIterable<RotationEntry>;
  /** What was told before. */
  readonly told: Journal<OpenFindings>;
  /** How many events Event Grid could not deliver; asked once. */
  readonly undelivered: () => Promise<number>;
  /** Whether notices are only described. */
  readonly dryRun: boolean;
  /** Rotates one secret as far as it can be now. */
  readonly rotate: (secret: RotatedSecret, request: RotationRequest) => Promise<Outcome>;
  /** Aborted when the process is told to end: no further secret is begun. */
  readonly ending?: AbortSignal;
}

/** What a sweep saw and did. */
export interface SweepReport {
  /** How many secrets, keys and certificates there are. */
  readonly seen: number;
  readonly outcomes: readonly Outcome[];
  readonly findings: readonly Finding[];
  /** Whether it came to the last secret. */
  readonly complete: boolean;
}

/** So many secrets are renewed at a time: each waits for its service most of the time, and a run has half an hour. */
const AT_A_TIME = 4;

/**
 * Looks at everything in the vault, and takes up every secret that a job renews, whether or not an event was ever heard
 * of it: what is due is renewed, what was begun is finished. The vault is read a page at a time and only findings are
 * kept, so memory does not grow with the number of sound secrets.
 */
export async function sweep(parts: SweepParts): Promise<SweepReport> {
  const { store, secrets, maximumAgeDays, clock, notifier, gauges, rotations, undelivered, dryRun } = parts;
  const findings: Finding[] = [];
  let seen = 0;
  const names = new Map(secrets.map((secret) => [secret.name.toLowerCase(), secret]));
  for await (const { item, row } of takeInventory(
    store,
    [...names.values()].map(({ name }) => name),
    clock,
  )) {
    seen += 1;
    gauges.record(row);
    findings.push(...findingsOf(row, maximumAgeDays));
    if (item.kind === "secret" && names.has(item.name.toLowerCase()) && !wasAnnounced(row))
      findings.push({
        kind: FindingKind.NotAnnounced,
        name: `secret ${item.name}`,
        says: `it was to be renewed days ago and has ${row.daysLeft} days left: no event of it arrived`,
      });
  }
  for await (const entry of rotations)
    if (!isFinished(entry) && !names.has(entry.secret.toLowerCase())) findings.push(abandoned(entry));
  const lost = await undelivered();
  if (lost > 0)
    findings.push({
      kind: FindingKind.Undelivered,
      name: "container of undelivered events",
      says: `it holds ${lost}; their secrets are seen to here, and the reason stands in each`,
    });
  const outcomes = await rotateAll(parts);
  findings.push(...outcomes.flatMap(findingOf));
  if (!dryRun) await reportFindings(findings, notifier, parts.told);
  return { seen, outcomes, findings, complete: outcomes.length === secrets.length };
}

function abandoned({ secret, owner, phase, retires, target }: RotationEntry): Finding {
  const says = `its rotation is ${phase} and nobody goes on with it; ${retires ?? target} of ${owner} may still hold a key that should be dead`;
  return { kind: FindingKind.Abandoned, name: `secret ${secret}`, says };
}

async function rotateAll({ secrets, rotate, ending }: SweepParts): Promise<Outcome[]> {
  const waiting = [...secrets];
  const outcomes: Outcome[] = [];
  const next = async (): Promise<void> => {
    const secret = ending?.aborted ? undefined : waiting.shift();
    if (secret === undefined) return;
    outcomes.push(await rotate(secret, { kind: RequestKind.IfDue, reason: "the daily sweep" }));
    return next();
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, next));
  return outcomes.sort((a, b) => (a.secret < b.secret ? -1 : 1));
}

function findingOf({ secret, verdict, because, unavailable }: Outcome): Finding[] {
  if (verdict !== Verdict.Failed && verdict !== Verdict.Refused) return [];
  const kind = unavailable === undefined ? FindingKind.NotRenewed : FindingKind.OwnerUnavailable;
  return [{ kind, name: `secret ${secret}`, says: because }];
}
