import { emptyLog, type IncidentLog } from "@ringfence/core/incidents";
import { type Entry, type Journal, JournalConflict } from "../ports";

/** Writes of one entry that somebody else was quicker with before the run gives up on it. */
const MOST_TRIES = 5;

/** The logs of all fingerprints, each an entry of the journal; changed by pure functions, written where they changed. */
export class IncidentJournal {
  readonly #entries = new Map<string, Entry<IncidentLog>>();

  private constructor(
    private readonly journal: Journal<IncidentLog>,
    private readonly writes: boolean,
  ) {}

  /** Reads every entry. Without `writes`, as in a dry run, changes are kept in memory only. */
  static async open(journal: Journal<IncidentLog>, writes: boolean): Promise<IncidentJournal> {
    const opened = new IncidentJournal(journal, writes);
    for await (const entry of journal.entries()) opened.#entries.set(entry.key, entry);
    return opened;
  }

  get logs(): readonly IncidentLog[] {
    return [...this.#entries.values()].map(({ value }) => value);
  }

  log(fingerprint: string): IncidentLog | undefined {
    return this.#entries.get(fingerprint)?.value;
  }

  /**
   * Changes a log, from what stands in the journal if somebody else has written it meanwhile.
   * @throws JournalConflict if it is written by others again and again
   */
  async change(fingerprint: string, by: (log: IncidentLog) => IncidentLog): Promise<IncidentLog> {
    for (let tries = 1; ; tries += 1) {
      const entry = this.#entries.get(fingerprint);
      const before = entry?.value ?? emptyLog(fingerprint);
      const after = by(before);
      if (JSON.stringify(after) === JSON.stringify(before)) return before;
      try {
        this.#entries.set(fingerprint, await this.#write(fingerprint, entry, after));
        return after;
      } catch (error) {
        if (!(error instanceof JournalConflict) || tries >= MOST_TRIES) throw error;
        const newer = await this.journal.read(fingerprint);
        if (newer) this.#entries.set(fingerprint, newer);
      }
    }
  }

  async #write(key: string, entry: Entry<IncidentLog> | undefined, value: IncidentLog): Promise<Entry<IncidentLog>> {
    if (!this.writes) return { key, value, etag: entry?.etag ?? "" };
    return entry ? this.journal.replace(entry, value) : this.journal.create(key, value);
  }
}
