import type { ChainHead } from "../../audit";
import { type Journal, JournalConflict } from "../../ports";

const KEY = "head";

/** The newest link of the chain, noted in the journal. It only moves forward. */
export class NotedHead {
  constructor(private readonly journal: Journal<ChainHead>) {}

  async read(): Promise<ChainHead | undefined> {
    return (await this.journal.read(KEY))?.value;
  }

  /** Notes a head, unless a newer one is noted already. */
  async note(head: ChainHead): Promise<void> {
    for (;;) {
      const entry = await this.journal.read(KEY);
      if (entry && entry.value.sequence >= head.sequence) return;
      try {
        await (entry ? this.journal.replace(entry, head) : this.journal.create(KEY, head));
        return;
      } catch (error) {
        if (!(error instanceof JournalConflict)) throw error;
      }
    }
  }
}
