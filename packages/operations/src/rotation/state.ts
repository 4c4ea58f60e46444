import type { Slot } from "../ports";
import type { RotatedSecret } from "./rotated-secret";

/** What a slot holds, as far as it matters; the first that applies. */
export const SlotKey = {
  /** The value of the newest version. */
  Published: "published",
  /** The new key that the rotation has found to work. */
  Fresh: "fresh",
  /** What the target held when the rotation began. */
  Before: "before",
  /** The key that the rotation kills. */
  Old: "old",
  /** Some other key. */
  Other: "other",
  /** None that anybody could see. */
  None: "none",
} as const;
export type SlotKey = (typeof SlotKey)[keyof typeof SlotKey];

/** The newest version of the secret. */
export interface PublishedVersion {
  readonly version: string;
  readonly enabled: boolean;
  readonly createdOn: Date;
  readonly expiresOn?: Date;
  /** The slot whose key it is, by comparing the values; none if no slot holds it any more. */
  readonly slot?: Slot;
  /** The slot that its tag names. */
  readonly tagged?: Slot;
  /** The owner that its tag names; none on a version that this job did not write. */
  readonly owner?: string;
  /** The rotation that wrote it. */
  readonly correlation?: string;
}

/** Where a value that has leaked is now. */
export interface LeakedValue {
  readonly version: string;
  /** The slot that still holds it. */
  readonly slot?: Slot;
}

/** All that is known of one secret now: plain data, no value. */
export interface SecretState {
  readonly secret: RotatedSecret;
  readonly slots: readonly [Slot, Slot];
  readonly keys: Readonly<Record<Slot, SlotKey>>;
  readonly published?: PublishedVersion;
  readonly leaked?: LeakedValue;
  /**
   * The earlier version whose value the other slot still holds, where the journal knows nothing of it: it was lost, or
   * never was.
   */
  readonly lingering?: string;
  /** Consumers that have not got the published version yet. */
  readonly waiting: readonly string[];
  /** The turn of the lease under which this was seen. */
  readonly turn: number;
}

/** The other of the two slots. */
export function otherSlot({ slots: [first, second] }: SecretState, slot: Slot): Slot {
  return slot === first ? second : first;
}
