import { type Clock, type Lease, LeaseLost, type Leases } from "../ports";

/** Leases in memory, by the clock that is given. */
export interface MemoryLeases extends Leases {
  /** Takes a lease away from whoever has it, as if it had been too slow. */
  lose(name: string): void;
}

export function memoryLeases(clock: Clock): MemoryLeases {
  const held = new Map<string, Lease>();
  const until = (milliseconds: number) => new Date(clock.now().getTime() + milliseconds);
  const mine = (lease: Lease) => {
    const now = held.get(lease.name);
    return now?.turn === lease.turn && now.holder === lease.holder && now.until > clock.now();
  };
  return {
    acquire: async (name, holder, milliseconds) => {
      const before = held.get(name);
      if (before && before.until > clock.now()) return undefined;
      const lease = { name, holder, until: until(milliseconds), turn: (before?.turn ?? 0) + 1 };
      held.set(name, lease);
      return lease;
    },
    renew: async (lease, milliseconds) => {
      if (!mine(lease)) throw new LeaseLost(lease.name);
      const renewed = { ...lease, until: until(milliseconds) };
      held.set(lease.name, renewed);
      return renewed;
    },
    release: async (lease) => {
      if (mine(lease)) held.set(lease.name, { ...lease, until: clock.now() });
    },
    lose: (name) => {
      const lease = held.get(name);
      if (lease) held.set(name, { ...lease, until: new Date(0) });
    },
  };
}
