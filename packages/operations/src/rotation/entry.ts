import type { Slot } from "../ports";

/** How far a rotation is. Each is written before what it names is done, so that whoever comes next can go on. */
export const Phase = {
  /** The slot that is not published is being given a new key. */
  Regenerating: "regenerating",
  /** It has one; whether the key works is not known yet. */
  Verifying: "verifying",
  /** It works, and is being written into the vault. */
  Publishing: "publishing",
  /** It is published; both keys work until every consumer has the new one. */
  Overlapping: "overlapping",
  /** The old key is being killed. */
  Retiring: "retiring",
  /** It should be dead; the service has to refuse it. */
  Proving: "proving",
  /** Both slots are new, and the old value is refused. */
  Done: "done",
  /** The secret is withdrawn. Terminal: nothing is ever published under its name again. */
  Revoked: "revoked",
} as const;
export type Phase = (typeof Phase)[keyof typeof Phase];

/** Why a rotation is in a hurry or not. */
export const Urgency = {
  /** Nobody notices: both keys work until everybody has the new one. */
  Planned: "planned",
  /** A value has leaked: it dies now, whoever still uses it. */
  Emergency: "emergency",
} as const;
export type Urgency = (typeof Urgency)[keyof typeof Urgency];

/** The journal's entry of one secret: its present rotation, or its last. Plain data without any secret. */
export interface RotationEntry {
  readonly secret: string;
  readonly owner: string;
  /** What makes the rotation this one: the version that it replaces, or `first`. */
  readonly token: string;
  /** On every version, audit record and notice of this rotation. */
  readonly correlation: string;
  readonly phase: Phase;
  readonly urgency: Urgency;
  readonly reason: string;
  /** The slot that is renewed and published. */
  readonly target: Slot;
  /** The fingerprint of what the target held when the rotation began; none if it held nothing. */
  readonly before?: string;
  /** The fingerprint of the new key, once it is known to work. */
  readonly fresh?: string;
  /** The slot whose key is killed at the end; none where the published key had died before. */
  readonly retires?: Slot;
  /** The fingerprint of the key that is killed. */
  readonly old?: string;
  /** The version whose value is killed. */
  readonly replaces?: string;
  /** When that version expires: the longest that its key is waited for. */
  readonly replacedExpiresOn?: string;
  /** The version that has leaked. */
  readonly leaked?: string;
  /** Whether nothing is published in its place. */
  readonly withdraws: boolean;
  /** Whether somebody may still use the target's key; then Key Vault's clock must agree that the overlap is over. */
  readonly targetMayBeInUse: boolean;
  /** The published version. */
  readonly version?: string;
  /** When the vault wrote it, by the vault's clock. */
  readonly publishedAt?: string;
  /** When consumers were made to read again. */
  readonly forcedAt?: string;
  readonly startedAt: string;
  readonly regeneratedAt?: string;
  readonly changedAt: string;
  /** The turn of the lease under which this was written. */
  readonly turn: number;
  /** Whether people were told of a failure, so that they are told of its end too. */
  readonly alarmed: boolean;
  /** Runs that failed in this phase. */
  readonly failures: number;
  /** Why the last one did. */
  readonly failure?: string;
}

/** Whether nothing is left to do. */
export function isFinished(entry: RotationEntry): boolean {
  return entry.phase === Phase.Done || entry.phase === Phase.Revoked;
}
