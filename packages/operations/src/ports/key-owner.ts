import type { Secret } from "./secret";

/** One of the places in which a service keeps a key: `key1`, `primary`. */
export type Slot = string;

/** What a service answered to a key. */
export const KeyCheck = {
  /** The key opens the service. */
  Works: "works",
  /** The service refuses it. */
  Refused: "refused",
} as const;
export type KeyCheck = (typeof KeyCheck)[keyof typeof KeyCheck];

/** Something whose key is rotated: a service with two slots, so that one works while the other is renewed. */
export interface KeyOwner {
  /** The Azure id, or the address of a service of one's own. */
  readonly id: string;
  /** Its two slots, in order. */
  readonly slots: readonly [Slot, Slot];
  /** The keys as they are now; a slot that holds none yet is left out. @throws OwnerUnavailable */
  keys(): Promise<ReadonlyMap<Slot, Secret>>;
  /**
   * Whether a slot holds this key, for an owner that does not show its keys again once it has made them; such an owner
   * leaves out of `keys` what it did not make during this run.
   */
  holds?(slot: Slot, key: Secret): Promise<boolean>;
  /** Empties a slot, where the service can: better than a new key that nobody uses. */
  clear?(slot: Slot): Promise<void>;
  /** Gives the slot a new key; the old one in it dies at once. Resolves when Azure has accepted. */
  regenerate(slot: Slot): Promise<void>;
  /** Asks the service itself, with the key, whether it opens. */
  check(key: Secret): Promise<KeyCheck>;
}

/** Why an owner cannot be asked now, or at all. */
export const Unavailability = {
  /** It is not there. */
  Missing: "missing",
  /** Its subscription is disabled, or it is itself. */
  Disabled: "disabled",
  /** The job lacks the right. */
  Forbidden: "forbidden",
  /** Azure answers too slowly or not at all; try again later. */
  Later: "later",
} as const;
export type Unavailability = (typeof Unavailability)[keyof typeof Unavailability];

/** The owner cannot be asked. */
export class OwnerUnavailable extends Error {
  constructor(
    readonly ownerId: string,
    readonly reason: Unavailability,
    message: string,
  ) {
    super(message);
    this.name = "OwnerUnavailable";
  }
}
