import { KeyCheck, type KeyOwner, type Secret } from "../ports";
import { armId } from "./arm-id";
import { reading, renewing } from "./client-settings";
import type { OwnerParts } from "./owner-parts";
import { askService, serviceAddress } from "./service-request";
import { sharedAccessSignature } from "./shared-access-signature";
import { twoSlotOwner } from "./two-slot-owner";

/** "Invalid authorization token signature" (learn.microsoft.com service-bus-messaging-exceptions). */
const WRONG_SIGNATURE = "40103";

/** What the management clients of Service Bus and Event Hubs have in common. */
interface MessagingClient<KeyType extends string> {
  readonly namespaces: {
    listKeys(
      group: string,
      namespace: string,
      rule: string,
    ): Promise<{ readonly primaryKey?: string; readonly secondaryKey?: string }>;
    regenerateKeys(group: string, namespace: string, rule: string, renewal: { keyType: KeyType }): Promise<unknown>;
  };
}

/** A management client of one kind of namespace. */
type MakeClient<KeyType extends string> = new (
  credential: OwnerParts["credential"],
  subscription: string,
  options: ReturnType<typeof reading | typeof renewing>,
) => MessagingClient<KeyType>;

/** Keys of an authorization rule of a namespace, whichever kind the client is of. */
export function messagingRuleOwner<KeyType extends string>(parts: OwnerParts, Client: MakeClient<KeyType>): KeyOwner {
  const { subscription, group, names } = armId(parts.secret.owner);
  const [namespace, rule = ""] = names;
  const reads = new Client(parts.credential, subscription, reading(parts));
  const renews = new Client(parts.credential, subscription, renewing(parts));
  return twoSlotOwner(parts, {
    keys: async () => {
      const { primaryKey, secondaryKey } = await reads.namespaces.listKeys(group, namespace, rule);
      return { PrimaryKey: primaryKey, SecondaryKey: secondaryKey };
    },
    regenerate: (slot) => renews.namespaces.regenerateKeys(group, namespace, rule, { keyType: slot as KeyType }),
    check: (key) => askNamespace(parts, namespace, rule, key),
  });
}

/**
 * Whether a namespace of Service Bus or Event Hubs accepts a rule's signature. Both answer 401 to a rule without the
 * right as well, but only a wrong signature with this code.
 */
async function askNamespace(parts: OwnerParts, namespace: string, rule: string, key: Secret): Promise<KeyCheck> {
  const host = serviceAddress(parts, `https://${namespace}.servicebus.windows.net`);
  const address = `${host}/$Resources/queues`;
  const headers = { authorization: sharedAccessSignature(host, rule, key) };
  const { status, text } = await askService(parts, { address, headers });
  return status === 401 && text.includes(WRONG_SIGNATURE) ? KeyCheck.Refused : KeyCheck.Works;
}
