import type { KeyOwner, Secret, Slot, VaultItem } from "../ports";
import { isFinished, Phase, type RotationEntry } from "./entry";
import { isFingerprintOf } from "./fingerprint";
import { isEmergency, type RotationRequest } from "./request";
import type { RotatedSecret } from "./rotated-secret";
import type { RotationPorts } from "./rotation-ports";
import { type LeakedValue, type PublishedVersion, type SecretState, SlotKey } from "./state";
import { Tag } from "./tags";

/** What was seen, and the keys themselves for the step that needs one. */
export interface Observation {
  readonly state: SecretState;
  readonly keys: ReadonlyMap<Slot, Secret>;
  readonly newest?: VaultItem;
}

/** Looks at one secret: the vault, the owner, and how the two compare. */
export async function observe(
  secret: RotatedSecret,
  owner: KeyOwner,
  entry: RotationEntry | undefined,
  request: RotationRequest,
  ports: Pick<RotationPorts, "store" | "consumers">,
  turn: number,
): Promise<Observation> {
  const { store, consumers } = ports;
  const newest = await store.newest(secret.name);
  const value = newest?.enabled ? await store.read(secret.name, newest.version) : undefined;
  const keys = await owner.keys();
  const holds = (slot: Slot, key: Secret | undefined) => slotHolds(owner, keys, slot, key);
  const published = newest && (await publishedVersion(newest, owner, (slot) => holds(slot, value)));
  const replaced = await replacedValue(secret, owner, keys, entry, store);
  const slotKeys: Record<Slot, SlotKey> = {};
  for (const slot of owner.slots) {
    if (published?.slot === slot) slotKeys[slot] = SlotKey.Published;
    else if (await holds(slot, replaced)) slotKeys[slot] = SlotKey.Old;
    else slotKeys[slot] = compared(keys.get(slot), entry);
  }
  const waits = entry?.phase === Phase.Overlapping && newest !== undefined && (secret.consumers?.length ?? 0) > 0;
  return {
    keys,
    newest,
    state: {
      secret,
      slots: owner.slots,
      keys: slotKeys,
      published,
      lingering: await lingeringVersion(secret, owner, keys, published, entry, store),
      leaked: await leakedValue(secret, owner, keys, request, store),
      waiting: waits ? await consumers.waiting(secret, newest) : [],
      turn,
    },
  };
}

/** Whether a slot holds a key: by comparing, or by asking an owner that does not show its keys. */
async function slotHolds(
  owner: KeyOwner,
  keys: ReadonlyMap<Slot, Secret>,
  slot: Slot,
  key: Secret | undefined,
): Promise<boolean> {
  if (key === undefined) return false;
  const shown = keys.get(slot);
  if (shown !== undefined) return shown.equals(key);
  return (await owner.holds?.(slot, key)) ?? false;
}

async function publishedVersion(
  item: VaultItem,
  owner: KeyOwner,
  holdsValue: (slot: Slot) => Promise<boolean>,
): Promise<PublishedVersion> {
  const tagged = item.tags[Tag.Slot];
  // The tagged slot first: two slots of an owner that does not show its keys may both seem to hold a value.
  const order = [...owner.slots].sort((a, b) => Number(b === tagged) - Number(a === tagged));
  let slot: Slot | undefined;
  for (const candidate of order) if (slot === undefined && (await holdsValue(candidate))) slot = candidate;
  const { version, enabled, createdOn, expiresOn, tags } = item;
  return {
    version,
    enabled,
    createdOn,
    expiresOn,
    slot,
    tagged,
    owner: tags[Tag.Owner]?.toLowerCase(),
    correlation: tags[Tag.Correlation],
  };
}

/** The value that the rotation kills, where the owner does not show what the slot holds. */
async function replacedValue(
  secret: RotatedSecret,
  owner: KeyOwner,
  keys: ReadonlyMap<Slot, Secret>,
  entry: RotationEntry | undefined,
  store: RotationPorts["store"],
): Promise<Secret | undefined> {
  if (owner.holds === undefined || entry?.phase !== Phase.Retiring) return undefined;
  const { retires, replaces } = entry;
  if (retires === undefined || replaces === undefined || keys.has(retires)) return undefined;
  return readIfEnabled(secret.name, replaces, store);
}

function compared(key: Secret | undefined, entry: RotationEntry | undefined): SlotKey {
  if (key === undefined) return SlotKey.None;
  if (entry === undefined || isFinished(entry)) return SlotKey.Other;
  if (isFingerprintOf(entry.fresh, key)) return SlotKey.Fresh;
  if (isFingerprintOf(entry.before, key)) return SlotKey.Before;
  return isFingerprintOf(entry.old, key) ? SlotKey.Old : SlotKey.Other;
}

async function lingeringVersion(
  secret: RotatedSecret,
  owner: KeyOwner,
  keys: ReadonlyMap<Slot, Secret>,
  published: PublishedVersion | undefined,
  entry: RotationEntry | undefined,
  store: RotationPorts["store"],
): Promise<string | undefined> {
  const holdsVersion = async (slot: Slot, { version, enabled, tags }: VaultItem) => {
    const key = keys.get(slot);
    if (key !== undefined) return isFingerprintOf(tags[Tag.Fingerprint], key);
    if (owner.holds === undefined || !enabled || tags[Tag.Slot] !== slot) return false;
    return owner.holds(slot, await store.read(secret.name, version));
  };
  if (published?.slot === undefined || (entry !== undefined && entry.version === published.version)) return undefined;
  if (entry !== undefined && !isFinished(entry)) return undefined;
  const others = owner.slots.filter((slot) => slot !== published.slot);
  for await (const item of store.versions(secret.name))
    for (const slot of others)
      if (item.version !== published.version && (await holdsVersion(slot, item))) return item.version;
  return undefined;
}

async function leakedValue(
  secret: RotatedSecret,
  owner: KeyOwner,
  keys: ReadonlyMap<Slot, Secret>,
  request: RotationRequest,
  store: RotationPorts["store"],
): Promise<LeakedValue | undefined> {
  const { version } = request;
  if (version === undefined || !isEmergency(request)) return undefined;
  for await (const item of store.versions(secret.name)) {
    if (item.version !== version) continue;
    const value = item.enabled ? await store.read(secret.name, version) : undefined;
    for (const slot of owner.slots) {
      const key = keys.get(slot);
      const isHere = value
        ? await slotHolds(owner, keys, slot, value)
        : key !== undefined && isFingerprintOf(item.tags[Tag.Fingerprint], key);
      if (isHere) return { version, slot };
    }
    return { version };
  }
  return undefined;
}

/** The value of a version that is there and enabled. */
export async function readIfEnabled(
  name: string,
  version: string,
  store: RotationPorts["store"],
): Promise<Secret | undefined> {
  for await (const item of store.versions(name))
    if (item.version === version) return item.enabled ? store.read(name, version) : undefined;
  return undefined;
}
