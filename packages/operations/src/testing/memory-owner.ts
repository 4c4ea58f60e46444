import { KeyCheck, type KeyOwner, Secret, type Slot } from "../ports";

/** A service with two keys in memory. */
export interface MemoryOwner extends KeyOwner {
  /** How often each slot was renewed. */
  readonly renewed: Readonly<Record<Slot, number>>;
  /** The value in a slot now. */
  valueOf(slot: Slot): string;
  /** Whether the service accepts a value now. */
  accepts(value: string): boolean;
  /** From now on renewing says yes and does nothing, as a command that fails without an error. */
  ignoresRenewals: boolean;
  /** From now on nothing but these is accepted, whatever the slots hold: a key that is not known everywhere yet. */
  accepted: ReadonlySet<string> | undefined;
  /** What the next renewals throw. */
  failure: Error | undefined;
}

/** An owner with the slots `key1` and `key2`; its values begin with the mark, so that a leak is found. */
export function memoryOwner(id: string, mark = "planted"): MemoryOwner {
  let made = 0;
  const value = () => {
    made += 1;
    return `${mark}-${made}-7d41b0c2e95f`;
  };
  const held: Record<Slot, string> = { key1: value(), key2: value() };
  const renewed: Record<Slot, number> = { key1: 0, key2: 0 };
  const owner: MemoryOwner = {
    id,
    slots: ["key1", "key2"],
    renewed,
    ignoresRenewals: false,
    accepted: undefined,
    failure: undefined,
    valueOf: (slot) => held[slot] ?? "",
    accepts: (text) => (owner.accepted ? owner.accepted.has(text) : Object.values(held).includes(text)),
    keys: async () => new Map(Object.entries(held).map(([slot, text]) => [slot, new Secret(text)])),
    regenerate: async (slot) => {
      if (owner.failure) throw owner.failure;
      renewed[slot] = (renewed[slot] ?? 0) + 1;
      if (!owner.ignoresRenewals) held[slot] = value();
    },
    check: async (key) => (owner.accepts(key.reveal()) ? KeyCheck.Works : KeyCheck.Refused),
  };
  return owner;
}
