import { JobCommand } from "@ringfence/core/jobs";
import {
  HOUR,
  isEmergency,
  type Outcome,
  RequestKind,
  type RotatedSecret,
  type RotationEntry,
  type RotationPorts,
  type RotationRequest,
  rotate,
} from "../../src/rotation";
import {
  type FakeClock,
  fakeClock,
  type MemoryAudit,
  type MemoryJournal,
  type MemoryLeases,
  type MemoryNotifier,
  type MemoryOwner,
  type MemorySecretStore,
  memoryAudit,
  memoryJournal,
  memoryLeases,
  memoryNotifier,
  memoryOwner,
  memorySecretStore,
} from "../../src/testing";
import { alice, gateOf, job } from "../actions/gate-parts";

export const OWNER = "/subscriptions/1/resourceGroups/rg/providers/Microsoft.Search/searchServices/srch";

export const SECRET: RotatedSecret = {
  name: "search-admin",
  owner: OWNER,
  ownerType: "Microsoft.Search/searchServices",
  maximumAgeDays: 60,
  overlapHours: 24,
};

export const DUE: RotationRequest = { kind: RequestKind.IfDue, reason: "the daily sweep" };

/** One secret, its service and everything that a rotation touches, in memory. */
export interface RotationRoom {
  readonly clock: FakeClock;
  readonly store: MemorySecretStore;
  readonly owner: MemoryOwner;
  readonly journal: MemoryJournal<RotationEntry>;
  readonly leases: MemoryLeases;
  readonly audit: MemoryAudit;
  readonly notifier: MemoryNotifier;
  readonly ports: RotationPorts;
  run(request?: RotationRequest, changed?: Partial<RotationPorts>): Promise<Outcome>;
  /** Rotates and lets the overlap pass, until the old key is retired. */
  runToTheEnd(request?: RotationRequest): Promise<Outcome>;
  later(hours: number): void;
  /** The newest version with its value. */
  published(): Promise<{ version: string; value: string; tags: Readonly<Record<string, string>> }>;
}

export function rotationRoom(secret: RotatedSecret = SECRET): RotationRoom {
  const clock = fakeClock(new Date("2026-03-01T00:00:00Z"), { skipsSleep: true });
  const store = memorySecretStore(clock);
  const owner = memoryOwner(OWNER);
  const journal = memoryJournal<RotationEntry>();
  const leases = memoryLeases(clock);
  const audit = memoryAudit();
  const notifier = memoryNotifier();
  let workers = 0;
  const portsOf = (isByHand: boolean): RotationPorts => {
    workers += 1;
    const worker = `worker-${workers}`;
    return {
      clock,
      stopwatch: () => clock.now().getTime(),
      store,
      journal,
      leases,
      audit,
      notifier,
      worker,
      who: "jobs",
      owner: () => owner,
      consumers: { waiting: async () => [], force: async () => undefined },
      actions: gateOf(isByHand ? JobCommand.Revoke : JobCommand.Rotate, isByHand ? alice : job, { clock, audit }).gate,
    };
  };
  const room: RotationRoom = {
    clock,
    store,
    owner,
    journal,
    leases,
    audit,
    notifier,
    get ports() {
      return portsOf(false);
    },
    run: (request = DUE, changed = {}) => rotate(secret, request, { ...portsOf(isEmergency(request)), ...changed }),
    runToTheEnd: async (request = DUE) => {
      await room.run(request);
      room.later(secret.overlapHours);
      return room.run();
    },
    later: (hours) => clock.step(new Date(clock.now().getTime() + hours * HOUR)),
    published: async () => {
      const newest = await store.newest(secret.name);
      if (newest === undefined) throw new Error("nothing is published");
      return { ...newest, value: (await store.read(secret.name, newest.version)).reveal() };
    },
  };
  return room;
}
