import {
  type ActionRequest,
  type Audit,
  AuditMoment,
  type Entry,
  JournalConflict,
  KeyCheck,
  type Lease,
  LeaseLost,
  Secret,
} from "@ringfence/operations/ports";
import type { RotationEntry, RotationPorts } from "@ringfence/operations/rotation";
import { EPOCH } from "./vault.ts";
import { Violation } from "./violation.ts";
import type { Worker } from "./worker.ts";
import { OWNER, type World } from "./world.ts";

/** A worker's ports: every method is one call, which may go wrong in every way. */
export function simulatedPorts(world: World, worker: Worker): RotationPorts {
  const { time, vault } = world;
  const call = <T>(effect: () => T, ignored?: () => T) => worker.call(guarded(world, effect), ignored);
  const owner = simulatedOwner(world, call);
  const audit: Audit = { append: (record) => call(() => void world.audit.push(record)) };
  return {
    clock: worker.clock,
    stopwatch: worker.stopwatch,
    worker: worker.name,
    who: "jobs",
    audit,
    journal: simulatedJournal(world, call),
    leases: simulatedLeases(world, call),
    notifier: { tell: (notice) => call(() => void world.notices.push(notice)) },
    consumers: {
      waiting: () => call(() => []),
      force: () => call(() => world.consumers.forEach((consumer) => void consumer.read())),
    },
    owner: () => owner,
    actions: {
      dryRun: false,
      perform: async (request, effect) => {
        await audit.append(record(request, AuditMoment.Executing, worker));
        try {
          const result = await effect();
          await audit.append(record(request, AuditMoment.Succeeded, worker));
          return result;
        } catch (error) {
          await audit.append({ ...record(request, AuditMoment.Failed, worker), outcome: String(error) });
          throw error;
        }
      },
    },
    store: {
      items: async function* () {
        const newest = await call(() => vault.newest?.item);
        if (newest) yield newest;
      },
      versions: async function* () {
        yield* await call(() => vault.versions.map(({ item }) => item));
      },
      newest: () => call(() => vault.newest?.item),
      read: (_name, version) => call(() => vault.read(version)),
      publish: (name, value, version) =>
        call(() => {
          world.checkPublication(value.reveal(), version.tags["ringfence-correlation"] ?? "");
          return vault.write(name, value.reveal(), version);
        }),
      update: (_name, version, change) => call(() => vault.update(version, change)),
    },
  };

  function simulatedNow(): number {
    return time.now;
  }

  function simulatedLeases(all: World, over: typeof call): RotationPorts["leases"] {
    const isMine = ({ holder, turn }: Lease) =>
      all.lease?.holder === holder && all.lease.turn === turn && all.lease.until > simulatedNow();
    const leaseOf = (name: string): Lease => {
      const { holder = "", turn = 0, until = 0 } = all.lease ?? {};
      return { name, holder, turn, until: new Date(EPOCH + until) };
    };
    return {
      acquire: (name, holder, milliseconds) =>
        over(() => {
          if (all.lease !== undefined && all.lease.until > simulatedNow()) return undefined;
          all.lease = { holder, turn: (all.lease?.turn ?? 0) + 1, until: simulatedNow() + milliseconds };
          return leaseOf(name);
        }),
      renew: (lease, milliseconds) =>
        over(() => {
          if (!isMine(lease) || all.lease === undefined) throw new LeaseLost(lease.name);
          all.lease = { ...all.lease, until: simulatedNow() + milliseconds };
          return leaseOf(lease.name);
        }),
      release: (lease) =>
        over(() => {
          if (isMine(lease) && all.lease !== undefined) all.lease = { ...all.lease, until: simulatedNow() };
        }),
    };
  }
}

function simulatedJournal(world: World, call: <T>(effect: () => T) => Promise<T>): RotationPorts["journal"] {
  const now = (): Entry<RotationEntry> | undefined =>
    world.journal && { key: world.journal.entry.secret, value: world.journal.entry, etag: String(world.journal.etag) };
  const write = (value: RotationEntry): Entry<RotationEntry> => {
    const entry = JSON.parse(JSON.stringify(value)) as RotationEntry;
    world.journal = { entry, etag: (world.journal?.etag ?? 0) + 1 };
    world.written.push(entry);
    return { key: entry.secret, value: entry, etag: String(world.journal.etag) };
  };
  return {
    read: () => call(now),
    create: (key, value) =>
      call(() => {
        if (world.journal !== undefined) throw new JournalConflict(key);
        return write(value);
      }),
    replace: ({ key, etag }, value) =>
      call(() => {
        if (String(world.journal?.etag) !== etag) throw new JournalConflict(key);
        return write(value);
      }),
    entries: async function* () {
      const entry = await call(now);
      if (entry) yield entry;
    },
  };
}

/** A violation is the world's to report: the worker must not be able to catch it. */
function guarded<T>(world: World, effect: () => T): () => T {
  return () => {
    try {
      return effect();
    } catch (error) {
      if (error instanceof Violation) world.violation ??= error;
      throw error;
    }
  };
}

function record({ action, target, parameters, why, correlation }: ActionRequest, moment: AuditMoment, worker: Worker) {
  return {
    at: worker.clock.now().toISOString(),
    moment,
    action,
    run: worker.name,
    correlation,
    who: "jobs",
    why,
    target,
    parameters,
  };
}

/** The service as one worker sees it. What was renewed is known by looking, where the service lets one look. */
function simulatedOwner(
  world: World,
  call: <T>(effect: () => T, ignored?: () => T) => Promise<T>,
): ReturnType<RotationPorts["owner"]> {
  const { service, schedule } = world;
  const made = new Map<string, Secret>();
  const shown = () => new Map(Object.entries(service.slots).map(([slot, { value }]) => [slot, new Secret(value)]));
  return {
    id: OWNER,
    slots: ["key1", "key2"],
    keys: () => call(() => (schedule.hidesKeys ? made : shown())),
    ...(schedule.hidesKeys && {
      holds: (slot: string, key: Secret) => call(() => service.slots[slot]?.value === key.reveal()),
    }),
    regenerate: async (slot) => {
      const key = await call<Secret | undefined>(
        () => {
          world.checkRenewal(slot);
          service.regenerate(slot);
          return shown().get(slot);
        },
        () => undefined,
      );
      if (key !== undefined) made.set(slot, key);
    },
    check: (key) => call(() => (service.accepts(key.reveal()) ? KeyCheck.Works : KeyCheck.Refused)),
  };
}
