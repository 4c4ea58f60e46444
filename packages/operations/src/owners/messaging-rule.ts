import { KeyCheck, type Secret } from "../ports";
import type { OwnerParts } from "./owner-parts";
import { askService, serviceAddress } from "./service-request";
import { sharedAccessSignature } from "./shared-access-signature";

/** "Invalid authorization token signature" (learn.microsoft.com service-bus-messaging-exceptions). */
const WRONG_SIGNATURE = "40103";

/**
 * Whether a namespace of Service Bus or Event Hubs accepts a rule's signature. Both answer 401 to a rule without the
 * right as well, but only a wrong signature with this code.
 */
export async function askNamespace(parts: OwnerParts, namespace: string, rule: string, key: Secret): Promise<KeyCheck> {
  const host = serviceAddress(parts, `https://${namespace}.servicebus.windows.net`);
  const address = `${host}/$Resources/queues`;
  const headers = { authorization: sharedAccessSignature(host, rule, key) };
  const { status, text } = await askService(parts, { address, headers });
  return status === 401 && text.includes(WRONG_SIGNATURE) ? KeyCheck.Refused : KeyCheck.Works;
}
