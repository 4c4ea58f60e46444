import { EventHubManagementClient, type KeyType } from "@azure/arm-eventhub";
import { armId } from "./arm-id";
import { reading, renewing } from "./client-settings";
import { askNamespace } from "./messaging-rule";
import type { MakeOwner } from "./owner-parts";
import { twoSlotOwner } from "./two-slot-owner";

/** Keys of an authorization rule of an Event Hubs namespace. */
export const makeOwner: MakeOwner = (parts) => {
  const { subscription, group, names } = armId(parts.secret.owner);
  const [namespace, rule = ""] = names;
  const reads = new EventHubManagementClient(parts.credential, subscription, reading(parts));
  const renews = new EventHubManagementClient(parts.credential, subscription, renewing(parts));
  return twoSlotOwner(parts, {
    keys: async () => {
      const { primaryKey, secondaryKey } = await reads.namespaces.listKeys(group, namespace, rule);
      return { PrimaryKey: primaryKey, SecondaryKey: secondaryKey };
    },
    regenerate: (slot) => renews.namespaces.regenerateKeys(group, namespace, rule, { keyType: slot as KeyType }),
    check: (key) => askNamespace(parts, namespace, rule, key),
  });
};
