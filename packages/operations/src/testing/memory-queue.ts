import type { Clock, Delivery, Queue } from "../ports";

/** A queue in memory: at least once, and in the order of arrival unless shuffled. */
export interface MemoryQueue extends Queue {
  send(body: string): void;
  /** How many wait or are being dealt with. */
  readonly length: number;
  readonly poisoned: readonly { readonly body: string; readonly reason: string }[];
}

interface Waiting {
  readonly id: string;
  readonly body: string;
  attempt: number;
  visibleFrom: number;
}

export function memoryQueue(clock: Clock): MemoryQueue {
  let sent = 0;
  let messages: Waiting[] = [];
  const poisoned: { body: string; reason: string }[] = [];
  const remove = (id: string) => {
    messages = messages.filter((message) => message.id !== id);
  };
  return {
    send: (body) => {
      sent += 1;
      messages.push({ id: String(sent), body, attempt: 0, visibleFrom: 0 });
    },
    receive: async (hiddenMilliseconds) => {
      const now = clock.now().getTime();
      const message = messages.find(({ visibleFrom }) => visibleFrom <= now);
      if (!message) return undefined;
      message.attempt += 1;
      message.visibleFrom = now + hiddenMilliseconds;
      return { id: message.id, body: message.body, attempt: message.attempt };
    },
    done: async ({ id }: Delivery) => remove(id),
    poison: async ({ id, body }, reason) => {
      poisoned.push({ body, reason });
      remove(id);
    },
    get length() {
      return messages.length;
    },
    poisoned,
  };
}
