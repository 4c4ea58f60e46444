import type { QueueClient } from "@azure/storage-queue";
import type { Clock, Delivery, Queue } from "../../ports";
import { statusOf } from "../status";
import { messageBody } from "./message-body";

/** A message that has been delivered so often and is still there fails for a reason that time does not mend. */
export const MOST_DELIVERIES = 5;

/** A message holds 64 KiB; what a note about it needs besides is less than a tenth. */
const LONGEST_KEPT_BODY = 48_000;

/**
 * Azure Storage Queue. A message that comes for the sixth time is not given out but put aside. Putting aside writes the
 * note first and deletes then: a crash in between leaves both, and the note is written twice at worst.
 */
export function storageQueue(queue: QueueClient, poison: QueueClient, clock: Clock): Queue {
  // A message is deleted by the receipt of its last delivery.
  const receipts = new Map<string, string>();
  const done = async ({ id }: Delivery): Promise<void> => {
    const receipt = receipts.get(id);
    if (receipt === undefined) throw new Error(`message ${id} was not delivered here`);
    receipts.delete(id);
    try {
      await queue.deleteMessage(id, receipt);
    } catch (error) {
      // It is gone, or was delivered to somebody else when its time was over, who deals with it again.
      if (statusOf(error) !== 404 && statusOf(error) !== 400) throw error;
    }
  };
  const putAside = async (delivery: Delivery, reason: string): Promise<void> => {
    const { id, body, attempt } = delivery;
    const kept = body.slice(0, LONGEST_KEPT_BODY);
    const note = { reason, at: clock.now().toISOString(), message: id, deliveries: attempt, body: kept };
    await poison.sendMessage(JSON.stringify(note), { messageTimeToLive: -1 });
    await done(delivery);
  };
  return {
    receive: async (hiddenMilliseconds) => {
      for (;;) {
        const { receivedMessageItems } = await queue.receiveMessages({
          numberOfMessages: 1,
          visibilityTimeout: Math.max(1, Math.ceil(hiddenMilliseconds / 1000)),
        });
        const message = receivedMessageItems[0];
        if (!message) return undefined;
        receipts.set(message.messageId, message.popReceipt);
        const delivery: Delivery = {
          id: message.messageId,
          body: messageBody(message.messageText),
          attempt: message.dequeueCount,
        };
        if (delivery.attempt <= MOST_DELIVERIES) return delivery;
        await putAside(delivery, `delivered ${MOST_DELIVERIES} times and never dealt with`);
      }
    },
    done,
    poison: putAside,
  };
}
