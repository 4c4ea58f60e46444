import type { OwnerParts } from "../owners";
import type { Journal } from "../ports";
import type { Consumers } from "../rotation";
import { type Acknowledgement, acknowledgementKey } from "./acknowledgements";
import { restartConsumer } from "./restart";
import type { SecretReads } from "./secret-reads";

/**
 * The consumers of a ring's secrets. A consumer is named by whatever it goes by: the object id of its identity, which
 * the vault's log shows; its Azure id, by which it can be restarted; or any name under which it acknowledges. It has the
 * new value once it has said so or has been seen to read it.
 */
export function ringConsumers(
  journal: Journal<Acknowledgement>,
  restarting: Pick<OwnerParts, "credential" | "resourceManager" | "settings">,
  reads?: SecretReads,
): Consumers {
  return {
    waiting: async ({ name, consumers = [] }, version) => {
      const silent: string[] = [];
      for (const consumer of consumers) {
        const said = await journal.read(acknowledgementKey(name, consumer));
        if (said?.value.version !== version.version) silent.push(consumer);
      }
      if (silent.length === 0 || reads === undefined) return silent;
      // A log that cannot be asked shows nobody: the rotation waits, and a person sees for whom.
      const seen = await reads(name, version).catch(() => new Set<string>());
      return silent.filter((consumer) => !seen.has(consumer.toLowerCase()));
    },
    force: async ({ consumers = [] }) => {
      const failed: string[] = [];
      for (const consumer of consumers)
        await restartConsumer(consumer, restarting).catch((error: unknown) =>
          failed.push(`${consumer}: ${error instanceof Error ? error.message : String(error)}`),
        );
      if (failed.length > 0) throw new Error(`not restarted: ${failed.join("; ")}`);
    },
  };
}
