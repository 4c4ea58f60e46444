import { type KeyType, ServiceBusManagementClient } from "@azure/arm-servicebus";
import { armId } from "./arm-id";
import { reading, renewing } from "./client-settings";
import { askNamespace } from "./messaging-rule";
import type { MakeOwner } from "./owner-parts";
import { twoSlotOwner } from "./two-slot-owner";

/** Keys of an authorization rule of a Service Bus namespace. */
export const makeOwner: MakeOwner = (parts) => {
  const { subscription, group, names } = armId(parts.secret.owner);
  const [namespace, rule = ""] = names;
  const reads = new ServiceBusManagementClient(parts.credential, subscription, reading(parts));
  const renews = new ServiceBusManagementClient(parts.credential, subscription, renewing(parts));
  return twoSlotOwner(parts, {
    keys: async () => {
      const { primaryKey, secondaryKey } = await reads.namespaces.listKeys(group, namespace, rule);
      return { PrimaryKey: primaryKey, SecondaryKey: secondaryKey };
    },
    regenerate: (slot) => renews.namespaces.regenerateKeys(group, namespace, rule, { keyType: slot as KeyType }),
    check: (key) => askNamespace(parts, namespace, rule, key),
  });
};
