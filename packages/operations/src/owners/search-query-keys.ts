import { SearchManagementClient } from "@azure/arm-search";
import { armId } from "./arm-id";
import { reading, renewing } from "./client-settings";
import type { MakeOwner } from "./owner-parts";
import { askSearch } from "./search-address";
import { twoSlotOwner } from "./two-slot-owner";

/** Any index will do: a key that opens documents is told that it is not there, any other that it may not ask. */
const NO_INDEX = "/indexes/ringfence-key-check/docs";

/**
 * Query keys of an Azure AI Search service. They cannot be renewed, only made and deleted; two of them by name are the
 * two slots. Deleting comes first, so that a slot never holds two keys, and a new one is made for nobody: a crash in
 * between leaves an empty slot, which the next run fills.
 */
export const makeOwner: MakeOwner = (parts) => {
  const { subscription, group, names } = armId(parts.secret.owner);
  const [name] = names;
  const reads = new SearchManagementClient(parts.credential, subscription, reading(parts));
  const renews = new SearchManagementClient(parts.credential, subscription, renewing(parts));
  const named = async (slot: string) => {
    const keys: string[] = [];
    for await (const key of reads.queryKeys.listBySearchService(group, name))
      if (key.name === slot && key.key !== undefined) keys.push(key.key);
    return keys;
  };
  const clear = async (slot: string) => {
    for (const key of await named(slot)) await renews.queryKeys.delete(group, name, key);
  };
  return twoSlotOwner(parts, {
    keys: async () => {
      const held: Record<string, string> = {};
      for await (const key of reads.queryKeys.listBySearchService(group, name))
        if (key.name !== undefined && key.key !== undefined) held[key.name] = key.key;
      return held;
    },
    regenerate: async (slot) => {
      await clear(slot);
      await renews.queryKeys.create(group, name, slot);
    },
    clear,
    check: (key) => askSearch(parts, name, NO_INDEX, key),
  });
};
