import { type InventoryRow, RenewedBy } from "../inventory";
import { ANNOUNCED_DAYS_AHEAD } from "../rotation";

/** What is wrong with something in the vault. */
export const FindingKind = {
  TooOld: "too-old",
  NoExpiry: "no-expiry",
  Expired: "expired",
  Expiring: "expiring",
  /** Its newest version is disabled. */
  Disabled: "disabled",
  /** Neither a job nor a person is named who renews it. */
  NobodyRenews: "nobody-renews",
  /** The service whose key it is, or its subscription, is disabled, missing or closed to the job. */
  OwnerUnavailable: "owner-unavailable",
  /** The job renews it and could not. */
  NotRenewed: "not-renewed",
  /** A rotation of it is not finished, and it is no longer among the secrets that the job renews. */
  Abandoned: "abandoned",
  /** Event Grid could not deliver events: the sweep sees to their secrets, and a person to the reason. */
  Undelivered: "undelivered",
  /** It was due for more than a day: it was written before the events were subscribed to, or its event was lost. */
  NotAnnounced: "not-announced",
} as const;
export type FindingKind = (typeof FindingKind)[keyof typeof FindingKind];

/** One thing that a person should see to, or know. */
export interface Finding {
  readonly kind: FindingKind;
  readonly name: string;
  /** What was seen, in a sentence without a full stop. */
  readonly says: string;
}

/** No key is older than this, whatever a ring says (OE-R8). */
export const OLDEST_DAYS = 90;

/**
 * What is wrong with one thing in the vault that no job of ours renews. What a job renews is renewed by the sweep
 * itself, and reported only if that fails.
 */
export function findingsOf(row: InventoryRow, maximumAgeDays: number): Finding[] {
  const { kind, name, ageDays, daysLeft, enabled, renewedBy } = row;
  if (renewedBy === RenewedBy.Job) return [];
  const limit = Math.min(maximumAgeDays, OLDEST_DAYS);
  const found: [FindingKind, string][] = [];
  if (!enabled) found.push([FindingKind.Disabled, "its newest version is disabled, so nobody can read it"]);
  if (renewedBy === RenewedBy.Unknown)
    found.push([FindingKind.NobodyRenews, "no job renews it and no tag `renewedAt` says where a person does"]);
  if (ageDays > limit) found.push([FindingKind.TooOld, `it is ${ageDays} days old, of ${limit} that it may become`]);
  if (daysLeft === undefined) found.push([FindingKind.NoExpiry, "it has no expiry, so nothing announces its end"]);
  else if (daysLeft < 0) found.push([FindingKind.Expired, `it expired ${-daysLeft} days ago`]);
  else if (daysLeft < ANNOUNCED_DAYS_AHEAD) found.push([FindingKind.Expiring, `it expires in ${daysLeft} days`]);
  return found.map(([what, says]) => ({ kind: what, name: `${kind} ${name}`, says }));
}

/** Whether a secret that the job renews was due for longer than events and a sweep take. */
export function wasAnnounced({ daysLeft }: InventoryRow): boolean {
  return daysLeft === undefined || daysLeft >= ANNOUNCED_DAYS_AHEAD - 2;
}
