import type { Actions, Audit, Clock, Journal, KeyOwner, Leases, Notifier, SecretStore } from "../ports";
import type { Consumers } from "./consumers";
import type { RotationEntry } from "./entry";
import type { RotatedSecret } from "./rotated-secret";

/** All that a rotation touches. */
export interface RotationPorts {
  readonly clock: Clock;
  /** Milliseconds since some fixed moment; unlike the clock it never goes back. Leases are measured with it. */
  readonly stopwatch: () => number;
  readonly store: SecretStore;
  readonly journal: Journal<RotationEntry>;
  readonly leases: Leases;
  readonly actions: Actions;
  readonly audit: Audit;
  readonly notifier: Notifier;
  readonly consumers: Consumers;
  /** The owner of a secret's key. */
  readonly owner: (secret: RotatedSecret) => KeyOwner;
  /** This worker, different from every other one. */
  readonly worker: string;
  /** Whose identity it works under, for the audit. */
  readonly who: string;
}
