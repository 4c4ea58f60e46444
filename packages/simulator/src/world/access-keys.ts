import { accessKeysOf } from "./key-rules";
import type { ServiceState, WorldResource } from "./resource";

/** How often a key was regenerated, when last, and the value that was asked for instead of a made-up one. */
export interface KeyState {
  generation: number;
  /** ISO 8601. */
  changedAt: string;
  value?: string;
  /** The value it had before. */
  previous: string;
}

/** The names of a resource's access keys, in the order in which its service lists them. */
export function keySlots(resource: WorldResource): readonly string[] {
  return accessKeysOf(resource.armType)?.slots ?? [];
}

/** What has happened to a key since its resource was created; undefined for one that was never regenerated. */
export function keyState(resource: WorldResource, slot: string): KeyState | undefined {
  return resource.state?.keys?.[slot];
}

/**
 * The living value of an access key: the same for the same resource, slot and number of regenerations.
 *
 * @throws Error when the type has no such key.
 */
export function accessKey(resource: WorldResource, slot: string): string {
  const keys = accessKeysOf(resource.armType);
  if (keys === undefined || !keys.slots.includes(slot)) {
    throw new Error(`${resource.armType} has no access key ${slot}; it has ${keys?.slots.join(", ") || "none"}`);
  }
  const state = keyState(resource, slot);
  if (state === undefined) return keys.make(resource, [slot]);
  return state.value ?? keys.make(resource, [slot, String(state.generation)]);
}

/** What the service keeps of a resource once a key has its next value; the old one is dead from then on. */
export function regenerated(resource: WorldResource, slot: string, now: string, value?: string): ServiceState {
  const state: KeyState = {
    generation: (keyState(resource, slot)?.generation ?? 0) + 1,
    changedAt: now,
    previous: accessKey(resource, slot),
    ...(value === undefined ? {} : { value }),
  };
  return { ...resource.state, keys: { ...resource.state?.keys, [slot]: state } };
}
