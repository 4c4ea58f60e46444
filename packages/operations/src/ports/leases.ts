/** The right to work on one thing, until it ends. */
export interface Lease {
  readonly name: string;
  readonly holder: string;
  readonly until: Date;
  /** Grows each time that the lease changes hands: what an earlier holder writes can be told apart. */
  readonly turn: number;
}

/** The lease has ended or somebody else has it: stop at once, whoever has it goes on from the journal. */
export class LeaseLost extends Error {
  constructor(readonly lease: string) {
    super(`the lease on ${lease} is lost`);
    this.name = "LeaseLost";
  }
}

/** At most one worker at a time. */
export interface Leases {
  /** The lease, or undefined while somebody else holds it. */
  acquire(name: string, holder: string, milliseconds: number): Promise<Lease | undefined>;
  /** @throws LeaseLost */
  renew(lease: Lease, milliseconds: number): Promise<Lease>;
  /** Gives it back early; a lease that is lost already stays lost without complaint. */
  release(lease: Lease): Promise<void>;
}
