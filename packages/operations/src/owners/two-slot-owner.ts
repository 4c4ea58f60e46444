import { secretOwner } from "@ringfence/core/secret-owners";
import { type KeyCheck, type KeyOwner, Secret, type Slot } from "../ports";
import type { OwnerParts } from "./owner-parts";
import { asked } from "./unavailable";

/** How one kind of service is asked; errors are those of its client. */
export interface TwoSlotService {
  /** What each slot holds; undefined or empty for a slot without a key. */
  keys(): Promise<Readonly<Record<Slot, string | undefined>>>;
  regenerate(slot: Slot): Promise<unknown>;
  check(key: Secret): Promise<KeyCheck>;
  holds?(slot: Slot, key: Secret): Promise<boolean>;
  clear?(slot: Slot): Promise<unknown>;
}

/** An owner with the slots of its row, whose failures are told in our words. */
export function twoSlotOwner({ secret }: OwnerParts, service: TwoSlotService): KeyOwner {
  const id = secret.owner;
  const { slots } = secretOwner(secret.ownerType);
  const { holds, clear } = service;
  return {
    id,
    slots,
    keys: () =>
      asked(id, async () => {
        const held = await service.keys();
        return new Map(slots.flatMap((slot): [Slot, Secret][] => (held[slot] ? [[slot, new Secret(held[slot])]] : [])));
      }),
    regenerate: (slot) =>
      asked(id, async () => {
        await service.regenerate(slot);
      }),
    check: (key) => asked(id, () => service.check(key)),
    ...(holds && { holds: (slot: Slot, key: Secret) => asked(id, () => holds(slot, key)) }),
    ...(clear && {
      clear: (slot: Slot) =>
        asked(id, async () => {
          await clear(slot);
        }),
    }),
  };
}
