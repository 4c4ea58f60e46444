import { type Lease, LeaseLost, type Leases } from "../ports";

/** Long enough for the slowest single call, short enough that an emergency need not wait long for a crashed worker. */
export const LEASE_MILLISECONDS = 3 * 60 * 1000;

/** What must be left of it when a call begins that cannot be taken back; adapters give up such a call after 30 seconds. */
const MARGIN_MILLISECONDS = 60 * 1000;

/** A lease that this worker has, by its own stopwatch: it counts from before the answer came, never from after. */
export interface HeldLease {
  readonly turn: number;
  /** Asks for its whole length again. @throws LeaseLost */
  renew(): Promise<void>;
  /** Renews it if a third of it is gone. @throws LeaseLost */
  keep(): Promise<void>;
  /** Nothing has been waited for too long since it was renewed. @throws LeaseLost */
  assertHeld(): void;
  release(): Promise<void>;
}

/** The lease, or undefined while somebody else has it. */
export async function holdLease(
  leases: Leases,
  name: string,
  worker: string,
  stopwatch: () => number,
): Promise<HeldLease | undefined> {
  let since = stopwatch();
  const acquired = await leases.acquire(name, worker, LEASE_MILLISECONDS);
  if (acquired === undefined) return undefined;
  let lease: Lease = acquired;
  const renew = async () => {
    const asked = stopwatch();
    lease = await leases.renew(lease, LEASE_MILLISECONDS);
    since = asked;
  };
  return {
    turn: lease.turn,
    renew,
    keep: async () => {
      if (stopwatch() - since > LEASE_MILLISECONDS / 3) await renew();
    },
    assertHeld: () => {
      if (stopwatch() - since > LEASE_MILLISECONDS - MARGIN_MILLISECONDS) throw new LeaseLost(name);
    },
    release: () => leases.release(lease),
  };
}
