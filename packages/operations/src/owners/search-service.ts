import { type AdminKeyKind, SearchManagementClient } from "@azure/arm-search";
import { armId } from "./arm-id";
import { reading, renewing } from "./client-settings";
import type { MakeOwner } from "./owner-parts";
import { askSearch } from "./search-address";
import { twoSlotOwner } from "./two-slot-owner";

/** Admin keys of an Azure AI Search service. */
export const makeOwner: MakeOwner = (parts) => {
  const { subscription, group, names } = armId(parts.secret.owner);
  const [name] = names;
  const reads = new SearchManagementClient(parts.credential, subscription, reading(parts));
  const renews = new SearchManagementClient(parts.credential, subscription, renewing(parts));
  return twoSlotOwner(parts, {
    keys: async () => {
      const { primaryKey, secondaryKey } = await reads.adminKeys.get(group, name);
      return { primary: primaryKey, secondary: secondaryKey };
    },
    regenerate: (slot) => renews.adminKeys.regenerate(group, name, slot as AdminKeyKind),
    check: (key) => askSearch(parts, name, "/servicestats", key),
  });
};
