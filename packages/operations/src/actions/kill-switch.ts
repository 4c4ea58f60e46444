import { type Clock, type Entry, type Journal, JournalConflict } from "../ports";

/** How the switch stands. */
export interface SwitchPosition {
  readonly stopped: boolean;
  readonly by: string;
  readonly at: string;
  readonly why: string;
}

/** What the gate may do now. */
export type SwitchReading = { readonly runs: true } | { readonly runs: false; readonly because: string };

/** The journal's key of the switch. */
const KEY = "automation";

/** A reading is asked for again after this; what is stopped stops within it. */
export const POLL_MILLISECONDS = 5_000;

/** While the switch cannot be read, the last reading is believed for so long; afterwards nothing runs. */
export const STALENESS_BOUND_MILLISECONDS = 60_000;

/**
 * The switch that stops every action that changes something. It is an entry of the journal; none means that automation
 * has never been stopped. Fail mode: closed. A switch that has never been read, or not for a minute, counts as thrown.
 */
export class KillSwitch {
  #read?: { readonly position: SwitchPosition | undefined; readonly at: number };

  constructor(
    private readonly journal: Journal<SwitchPosition>,
    private readonly clock: Clock,
  ) {}

  /** How it stands, at most one poll ago. */
  async reading(): Promise<SwitchReading> {
    const now = this.clock.now().getTime();
    // A clock that was set back makes a reading look new; it is not believed.
    const age = this.#read === undefined ? Number.POSITIVE_INFINITY : now - this.#read.at;
    if (age < 0 || age >= POLL_MILLISECONDS) {
      try {
        this.#read = { position: (await this.journal.read(KEY))?.value, at: now };
      } catch (error) {
        if (age < 0 || age > STALENESS_BOUND_MILLISECONDS || this.#read === undefined)
          return { runs: false, because: `the switch cannot be read (${messageOf(error)}), so nothing runs` };
      }
    }
    const position = this.#read?.position;
    if (!position?.stopped) return { runs: true };
    return { runs: false, because: `${position.by} stopped it at ${position.at}: ${position.why}` };
  }

  /** How it stands in the journal now; nothing if it has never been thrown. */
  async position(): Promise<Entry<SwitchPosition> | undefined> {
    return this.journal.read(KEY);
  }

  /** Throws it, whoever else writes it at the same time. */
  async stop(by: string, why: string): Promise<SwitchPosition> {
    const position = { stopped: true, by, at: this.clock.now().toISOString(), why };
    for (;;) {
      const entry = await this.position();
      try {
        await (entry ? this.journal.replace(entry, position) : this.journal.create(KEY, position));
        this.#read = undefined;
        return position;
      } catch (error) {
        if (!(error instanceof JournalConflict)) throw error;
      }
    }
  }

  /**
   * Takes it back, if nobody has thrown it again since it was read.
   * @throws JournalConflict
   */
  async resume(thrown: Entry<SwitchPosition>, by: string, why: string): Promise<SwitchPosition> {
    const position = { stopped: false, by, at: this.clock.now().toISOString(), why };
    await this.journal.replace(thrown, position);
    this.#read = undefined;
    return position;
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
