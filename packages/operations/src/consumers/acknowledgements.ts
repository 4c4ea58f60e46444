import type { Clock, Journal } from "../ports";
import { JournalConflict } from "../ports";

/** What one consumer has said of one secret. */
export interface Acknowledgement {
  readonly version: string;
  readonly at: string;
}

/** The key under which a consumer's word is kept. */
export function acknowledgementKey(secret: string, consumer: string): string {
  return `${secret}/${consumer}`;
}

/** Notes that a consumer has the version; saying it twice is harmless. */
export async function acknowledge(
  journal: Journal<Acknowledgement>,
  { secret, consumer, version }: { readonly secret: string; readonly consumer: string; readonly version: string },
  clock: Clock,
): Promise<void> {
  const key = acknowledgementKey(secret, consumer);
  const value = { version, at: clock.now().toISOString() };
  for (;;) {
    const entry = await journal.read(key);
    try {
      await (entry === undefined ? journal.create(key, value) : journal.replace(entry, value));
      return;
    } catch (error) {
      if (!(error instanceof JournalConflict)) throw error;
    }
  }
}
