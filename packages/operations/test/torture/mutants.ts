import {
  type CarryOut,
  type Conduct,
  decide,
  Phase,
  RequestKind,
  type RotatedSecret,
  type RotationEntry,
  type RotationPorts,
  type RotationRequest,
  type Step,
  StepKind,
  steps,
} from "@ringfence/operations/rotation";
import { SECRET } from "./world.ts";

/** What is changed about the code under test, from outside: the code itself has no switch. */
export interface Mutant {
  readonly secret?: RotatedSecret;
  readonly conduct?: Conduct;
  readonly ports?: (ports: RotationPorts) => RotationPorts;
  readonly request?: (request: RotationRequest) => RotationRequest;
}

/** A journal that loses what is written in one phase, and says that it has not. */
function losing(phase: Phase): (ports: RotationPorts) => RotationPorts {
  return (ports) => {
    let unwritten: RotationEntry | undefined;
    const { journal } = ports;
    return {
      ...ports,
      journal: {
        ...journal,
        read: async (key) => {
          const entry = await journal.read(key);
          return unwritten ? { key, value: unwritten, etag: entry?.etag ?? "none" } : entry;
        },
        create: async (key, value) => {
          if (value.phase !== phase) return journal.create(key, value);
          unwritten = value;
          return { key, value, etag: "none" };
        },
        replace: async (entry, value) => {
          if (value.phase === phase) {
            unwritten = value;
            return { ...entry, value };
          }
          unwritten = undefined;
          return entry.etag === "none" ? journal.create(entry.key, value) : journal.replace(entry, value);
        },
      },
    };
  };
}

/** A decision to write an entry. */
interface WriteStep {
  readonly kind: typeof StepKind.Write;
  readonly entry: RotationEntry;
  readonly because: string;
}

/** A rotation that is changed where it writes, whether that was decided by looking or came of a step. */
function writing(change: (step: WriteStep) => Step): Conduct {
  const changed = (step: Step) => (step.kind === StepKind.Write ? change({ ...step, kind: StepKind.Write }) : step);
  const wrapped = Object.entries(steps).map(([kind, carryOut]): [string, CarryOut] => [
    kind,
    async (context) => {
      const step = await carryOut(context);
      return step && changed(step);
    },
  ]);
  return {
    steps: { ...steps, ...Object.fromEntries(wrapped) },
    decide: (...given) => changed(decide(...given)),
  };
}

/** Mistakes that are easily made, each planted into the rotation; every one of them has to be noticed. */
export const mutants: Readonly<Record<string, Mutant>> = {
  "skips the check of the new key": {
    conduct: {
      decide,
      steps: {
        ...steps,
        [StepKind.Verify]: (context) =>
          steps[StepKind.Verify]({ ...context, owner: { ...context.owner, check: async () => "works" } }),
      },
    },
  },
  "does not compare the new key with the one before": {
    conduct: {
      steps: {
        ...steps,
        [StepKind.Verify]: (context) =>
          steps[StepKind.Verify]({
            ...context,
            ports: { ...context.ports, store: { ...context.ports.store, versions: async function* () {} } },
          }),
      },
      decide: (state, entry, ...rest) => {
        const isBlind = entry?.phase === Phase.Regenerating && entry.changedAt !== entry.startedAt;
        const seen = isBlind && state.keys[entry.target] === "before";
        return decide(seen ? { ...state, keys: { ...state.keys, [entry.target]: "other" } } : state, entry, ...rest);
      },
    },
  },
  "drops the journal's entry before the renewal": { ports: losing(Phase.Regenerating) },
  "drops the journal's entry before the publication": { ports: losing(Phase.Publishing) },
  "drops the journal's entry before the retirement": { ports: losing(Phase.Retiring) },
  "works without a lease": {
    ports: (ports) => {
      const lease = { name: "none", holder: ports.worker, until: new Date(8.64e15), turn: 1 };
      return {
        ...ports,
        stopwatch: () => 0,
        leases: { acquire: async () => lease, renew: async () => lease, release: async () => undefined },
      };
    },
  },
  "retires before the overlap is over": { secret: { ...SECRET, overlapHours: 0 } },
  "believes its own clock about the overlap": {
    conduct: {
      decide,
      steps: {
        ...steps,
        [StepKind.Retire]: (context) =>
          steps[StepKind.Retire]({ ...context, secret: { ...context.secret, overlapHours: 0 } }),
      },
    },
  },
  "trusts the event's body": {
    request: ({ reason }) => ({ kind: RequestKind.Now, reason }),
  },
  "renews the published slot": {
    conduct: writing((step) => {
      const { entry } = step;
      if (entry.phase !== Phase.Regenerating || entry.retires === undefined || entry.failures > 0) return step;
      return { ...step, entry: { ...entry, target: entry.retires, retires: entry.target } };
    }),
  },
  "calls it published before it is": {
    conduct: writing((step) =>
      step.entry.phase === Phase.Publishing
        ? { ...step, entry: { ...step.entry, phase: Phase.Overlapping, publishedAt: step.entry.changedAt } }
        : step,
    ),
  },
  "forgets to retire": {
    conduct: writing((step) =>
      step.entry.phase === Phase.Retiring && !step.entry.withdraws
        ? { ...step, entry: { ...step.entry, phase: Phase.Done } }
        : step,
    ),
  },
  "forgets that a secret is revoked": {
    conduct: {
      steps,
      decide: (state, entry, now, request) =>
        entry?.phase === Phase.Revoked && request.kind === RequestKind.IfDue
          ? decide({ ...state, published: undefined }, undefined, now, request)
          : decide(state, entry, now, request),
    },
  },
  "does not prove that the old value is refused": {
    conduct: {
      decide,
      steps: {
        ...steps,
        [StepKind.Prove]: (context) =>
          steps[StepKind.Prove]({ ...context, owner: { ...context.owner, check: async () => "refused" } }),
      },
    },
  },
  "renews again at once when no answer came": {
    ports: (ports) => ({
      ...ports,
      owner: (secret) => {
        const owner = ports.owner(secret);
        return { ...owner, regenerate: (slot) => owner.regenerate(slot).catch(() => owner.regenerate(slot)) };
      },
    }),
  },
  "does not wait for what may be on its way": {
    ports: (ports) => ({
      ...ports,
      clock: {
        now: () => ports.clock.now(),
        sleep: (milliseconds) => (milliseconds === 60_000 ? Promise.resolve() : ports.clock.sleep(milliseconds)),
      },
    }),
  },
  "acts outside the registry": {
    ports: (ports) => ({
      ...ports,
      actions: { dryRun: false, perform: async (_request, effect) => effect() },
    }),
  },
  "writes a value into the journal": {
    conduct: {
      steps,
      decide: (...given) => decide(...given),
    },
    ports: (ports) => ({
      ...ports,
      journal: {
        ...ports.journal,
        replace: async (entry, value) => {
          const keys = await ports.owner(SECRET).keys();
          return ports.journal.replace(entry, { ...value, reason: [...keys.values()][0]?.reveal() ?? "" });
        },
      },
    }),
  },
};
