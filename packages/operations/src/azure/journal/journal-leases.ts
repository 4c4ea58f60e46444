import { type Clock, type Entry, type Journal, JournalConflict, type Lease, LeaseLost, type Leases } from "../../ports";

/** A lease as the journal keeps it. */
export interface LeaseEntry {
  readonly holder: string;
  /** ISO 8601. */
  readonly until: string;
  readonly turn: number;
}

/** Clocks of two machines in Azure differ by less: a lease is taken over only so long after its end. */
export const CLOCK_TOLERANCE_MILLISECONDS = 2_000;

/** Leases as entries of a journal: whoever replaces the entry first has the lease, and its turn tells it from earlier ones. */
export function journalLeases(journal: Journal<LeaseEntry>, clock: Clock): Leases {
  const entryFor = (holder: string, milliseconds: number, turn: number): LeaseEntry => ({
    holder,
    until: new Date(clock.now().getTime() + milliseconds).toISOString(),
    turn,
  });
  const isOver = ({ until }: LeaseEntry, tolerance: number) => clock.now().getTime() >= Date.parse(until) + tolerance;
  const mine = async (lease: Lease): Promise<Entry<LeaseEntry> | undefined> => {
    const entry = await journal.read(lease.name);
    const holds = entry?.value.turn === lease.turn && entry.value.holder === lease.holder;
    return entry && holds && !isOver(entry.value, 0) ? entry : undefined;
  };
  return {
    acquire: async (name, holder, milliseconds) => {
      const before = await journal.read(name);
      if (before && !isReleased(before.value) && !isOver(before.value, CLOCK_TOLERANCE_MILLISECONDS)) return undefined;
      const value = entryFor(holder, milliseconds, (before?.value.turn ?? 0) + 1);
      try {
        await (before ? journal.replace(before, value) : journal.create(name, value));
        return leaseOf(name, value);
      } catch (error) {
        if (error instanceof JournalConflict) return undefined;
        throw error;
      }
    },
    renew: async (lease, milliseconds) => {
      const entry = await mine(lease);
      if (!entry) throw new LeaseLost(lease.name);
      const value = entryFor(lease.holder, milliseconds, lease.turn);
      try {
        await journal.replace(entry, value);
        return leaseOf(lease.name, value);
      } catch (error) {
        if (error instanceof JournalConflict) throw new LeaseLost(lease.name);
        throw error;
      }
    },
    release: async (lease) => {
      const entry = await mine(lease);
      if (!entry) return;
      try {
        await journal.replace(entry, { ...entry.value, until: RELEASED });
      } catch (error) {
        if (!(error instanceof JournalConflict)) throw error;
      }
    },
  };
}

/** The end of a lease that was given back: over on every clock. */
const RELEASED = new Date(0).toISOString();

function isReleased({ until }: LeaseEntry): boolean {
  return until === RELEASED;
}

function leaseOf(name: string, { holder, until, turn }: LeaseEntry): Lease {
  return { name, holder, turn, until: new Date(until) };
}
