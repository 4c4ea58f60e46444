import { ActionRefused, JournalConflict, LeaseLost, OwnerUnavailable, type Secret, type Slot } from "../ports";
import { alarm } from "./alarms";
import { SETTLE_MILLISECONDS } from "./continue";
import { decide } from "./decide";
import type { RotationEntry } from "./entry";
import { textOf } from "./error-text";
import { fingerprint } from "./fingerprint";
import { endOf, type Finished, finishedBy } from "./finished";
import { type HeldLease, holdLease, LEASE_MILLISECONDS } from "./held-lease";
import { type Observation, observe } from "./observe";
import { type Outcome, recordEnd } from "./outcome";
import type { RotationRequest } from "./request";
import type { RotatedSecret } from "./rotated-secret";
import type { RotationPorts } from "./rotation-ports";
import { type EffectStep, type Step, StepKind, Verdict } from "./step";
import { steps as allSteps, type Steps } from "./steps";
import { hopeless, mayHaveHappened, pauseAfter, TRIES_OF_A_CALL } from "./trouble";

/** More rounds than any rotation takes, retries included; a decision that goes round in circles ends here. */
const LONGEST_RUN_ROUNDS = 200;

/** How a run decides and acts. */
export interface Conduct {
  readonly decide: typeof decide;
  readonly steps: Steps;
}

/**
 * Brings one secret as far as it can be brought now: looks, decides, writes down what it is about to do, does it, and
 * looks again. It may be called at any time, from anywhere, however often; whatever a run before left unfinished is
 * taken up first. It does not throw for what goes wrong with the secret: the outcome says so.
 */
export async function rotate(
  secret: RotatedSecret,
  request: RotationRequest,
  ports: RotationPorts,
  conduct: Conduct = { decide, steps: allSteps },
): Promise<Outcome> {
  const { leases, worker, stopwatch, actions } = ports;
  let lease: HeldLease | undefined;
  try {
    lease = actions.dryRun ? looking : await holdLease(leases, `rotation/${secret.name}`, worker, stopwatch);
  } catch (error) {
    return { secret: secret.name, verdict: Verdict.Failed, because: textOf(error, []) };
  }
  if (lease === undefined)
    return {
      secret: secret.name,
      verdict: Verdict.InProgress,
      because: `another worker is at it; if it has died, its lease ends within ${LEASE_MILLISECONDS / 60_000} minutes`,
    };
  const run = new Run(secret, request, ports, conduct, lease);
  const outcome = await run.toItsEnd();
  await lease.release().catch(() => undefined);
  return outcome;
}

/** A rehearsal changes nothing, so it needs no lease and takes none from whoever works. */
const looking: HeldLease = {
  turn: 0,
  renew: async () => undefined,
  keep: async () => undefined,
  assertHeld: () => undefined,
  release: async () => undefined,
};

/** One run over one secret, under its lease. */
class Run {
  readonly #tried = new Map<string, number>();
  #known: Secret[] = [];
  #finished: Finished | undefined;

  constructor(
    private readonly secret: RotatedSecret,
    private readonly request: RotationRequest,
    private readonly ports: RotationPorts,
    private readonly conduct: Conduct,
    private readonly lease: HeldLease,
  ) {}

  async toItsEnd(): Promise<Outcome> {
    let troubles = 0;
    for (let round = 0; round < LONGEST_RUN_ROUNDS; round += 1) {
      let doing: EffectStep["kind"] | undefined;
      try {
        const ended = await this.#round((kind) => {
          doing = kind;
        });
        if (ended !== undefined) return ended;
        troubles = 0;
      } catch (error) {
        if (error instanceof LeaseLost || error instanceof JournalConflict)
          return this.#outcome(Verdict.InProgress, "another worker has taken over");
        if (error instanceof ActionRefused) return this.#outcome(Verdict.Refused, error.message);
        troubles += 1;
        const isLast = hopeless(error) || troubles >= TRIES_OF_A_CALL;
        // Also before giving up: the next worker must not begin while a call of this one may be on its way.
        if (!isLast || mayHaveHappened(error, doing)) await this.ports.clock.sleep(pauseAfter(troubles, error, doing));
        if (isLast) return this.#failed(error);
      }
    }
    return this.#failed(new Error(`no end after ${LONGEST_RUN_ROUNDS} rounds`));
  }

  async #round(doing: (kind: EffectStep["kind"]) => void): Promise<Outcome | undefined> {
    const { secret, request, ports, conduct, lease } = this;
    await lease.keep();
    const entry = await ports.journal.read(secret.name);
    const owner = ports.owner(secret);
    const seen = await observe(secret, owner, entry?.value, request, ports, lease.turn);
    this.#known = [...seen.keys.values()];
    let step: Step | undefined = conduct.decide(seen.state, entry?.value, ports.clock.now(), request);
    if (ports.actions.dryRun && step.kind !== StepKind.End)
      return this.#outcome(Verdict.Rehearsed, `${step.kind}: ${"because" in step ? step.because : step.entry.reason}`);
    if (isEffect(step)) {
      doing(step.kind);
      const tries = (what: string) => this.#count(what);
      step = await conduct.steps[step.kind]({ secret, request, entry: step.entry, seen, owner, ports, lease, tries });
    }
    if (step?.kind === StepKind.Write || step?.kind === StepKind.TakeOver) {
      const next = { ...withFingerprints(step.entry, entry?.value, seen), turn: lease.turn };
      const alarmed = next.alarmed && !(await alarm.over(next, ports.notifier));
      const written = { ...next, alarmed };
      await (entry === undefined ? ports.journal.create(secret.name, written) : ports.journal.replace(entry, written));
      this.#finished = finishedBy(written, step.because);
      if (step.kind === StepKind.TakeOver) await ports.clock.sleep(SETTLE_MILLISECONDS);
    } else if (step?.kind === StepKind.Pause) await ports.clock.sleep(step.milliseconds);
    else if (step?.kind === StepKind.End) {
      const end = endOf(step, this.#finished, seen.state);
      if (!ports.actions.dryRun) await recordEnd(end, secret, request, entry?.value, ports);
      return this.#outcome(end.verdict, end.because, end.until);
    }
    return undefined;
  }

  #count(what: string): number {
    const count = (this.#tried.get(what) ?? 0) + 1;
    this.#tried.set(what, count);
    return count;
  }

  /** The journal and people learn of it; the run is no success. */
  async #failed(error: unknown): Promise<Outcome> {
    const { secret, ports } = this;
    const because = textOf(error, this.#known);
    const unavailable = error instanceof OwnerUnavailable ? error.reason : undefined;
    if (ports.actions.dryRun) return { ...this.#outcome(Verdict.Failed, because), unavailable };
    try {
      const entry = await ports.journal.read(secret.name);
      await alarm.failed(secret, entry?.value, because, ports.notifier);
      if (entry !== undefined)
        await ports.journal.replace(entry, {
          ...entry.value,
          alarmed: true,
          failures: entry.value.failures + 1,
          failure: because,
        });
    } catch (second) {
      return this.#outcome(
        Verdict.Failed,
        `${because}; and it could not be written down: ${textOf(second, this.#known)}`,
      );
    }
    return { ...this.#outcome(Verdict.Failed, because), unavailable };
  }

  #outcome(verdict: Verdict, because: string, until?: Date): Outcome {
    return { secret: this.secret.name, verdict, because, until };
  }
}

function isEffect(step: Step): step is EffectStep {
  return "entry" in step && step.kind !== StepKind.Write && step.kind !== StepKind.TakeOver;
}

/** A rotation that begins remembers by their fingerprints what the slots hold. */
function withFingerprints(entry: RotationEntry, last: RotationEntry | undefined, { keys }: Observation): RotationEntry {
  if (last?.correlation === entry.correlation && last.startedAt === entry.startedAt) return entry;
  const of = (slot: Slot | undefined) => {
    const key = slot === undefined ? undefined : keys.get(slot);
    return key && fingerprint(key);
  };
  return { ...entry, before: of(entry.target), old: of(entry.retires) };
}
