import { Phase, type RotationEntry, Urgency } from "./entry";
import { overlap } from "./overlap";
import { type SecretState, SlotKey } from "./state";
import { type Step, StepKind } from "./step";

/**
 * How long a call whose answer nobody heard may still take to have its effect: twice the timeout that adapters put on a
 * renewal, which they never repeat by themselves.
 */
export const SETTLE_MILLISECONDS = 60_000;

/** What comes next in a rotation that is under way. */
export function continueRotation(state: SecretState, entry: RotationEntry, now: Date): Step {
  const { phase } = entry;
  if (phase === Phase.Done || phase === Phase.Revoked)
    throw new RangeError(`the rotation ${entry.correlation} is ${entry.phase} already`);
  const step = continuations[phase](state, entry, now);
  const isEffect = "entry" in step && step.kind !== StepKind.Write;
  return isEffect && phase !== Phase.Proving && entry.turn !== state.turn ? takenOver(entry, now) : step;
}

type Continuation = (state: SecretState, entry: RotationEntry, now: Date) => Step;

/** One row a phase: what is done in it, decided by what the slots hold and not by what was meant to be done. */
const continuations: Readonly<Record<Exclude<Phase, "done" | "revoked">, Continuation>> = {
  regenerating: (state, entry, now) => {
    const key = state.keys[entry.target];
    if (key === SlotKey.Published && !entry.withdraws && entry.leaked === undefined)
      return ended(entry, now, `${entry.target} is published meanwhile`);
    const isEmpty = key === SlotKey.None && !entry.withdraws;
    const isOld = key === SlotKey.Before || key === SlotKey.Published || isEmpty;
    if (!isOld) return wrote({ ...entry, phase: Phase.Verifying, regeneratedAt: now.toISOString() }, now, "renewed");
    return { kind: StepKind.Regenerate, entry };
  },
  verifying: (state, entry, now) => {
    if (entry.withdraws) return wrote({ ...entry, phase: Phase.Retiring }, now, "nothing is published in its place");
    if (isPublished(state, entry)) return published(state, entry, now);
    const key = state.keys[entry.target];
    if (key === SlotKey.Before || key === SlotKey.None)
      return wrote({ ...entry, phase: Phase.Regenerating }, now, "the key is not there any more");
    return { kind: StepKind.Verify, entry };
  },
  publishing: (state, entry, now) => {
    if (isPublished(state, entry)) return published(state, entry, now);
    if (state.keys[entry.target] !== SlotKey.Fresh)
      return wrote(
        { ...entry, phase: Phase.Verifying, fresh: undefined },
        now,
        "to be tried again before it is published",
      );
    return { kind: StepKind.Publish, entry };
  },
  overlapping: (state, entry, now) => {
    const { retires } = entry;
    if (retires === undefined) return wrote({ ...entry, phase: Phase.Done }, now, "no old key is left");
    if (state.keys[retires] === SlotKey.Published)
      return ended(entry, now, `${retires} was published again by somebody else, so its key is left alone`);
    if (entry.urgency === Urgency.Emergency && entry.forcedAt === undefined) return { kind: StepKind.Force, entry };
    const wait = overlap(state, entry, now);
    return wait ?? wrote({ ...entry, phase: Phase.Retiring }, now, "the overlap is over");
  },
  retiring: (state, entry, now) => {
    const { retires } = entry;
    if (retires === undefined) return wrote({ ...entry, phase: Phase.Proving }, now, "no slot is to be retired");
    const key = state.keys[retires];
    if (key === SlotKey.Published && !entry.withdraws)
      return ended(entry, now, `${retires} was published again by somebody else, so its key is left alone`);
    if (key !== SlotKey.Old && key !== SlotKey.Published)
      return wrote({ ...entry, phase: Phase.Proving }, now, `${retires} has another key`);
    return { kind: StepKind.Retire, entry };
  },
  proving: (_state, entry) => ({ kind: StepKind.Prove, entry }),
};

/** Whether this rotation's version is in the vault, though perhaps nobody heard so. */
function isPublished({ published }: SecretState, { correlation }: RotationEntry): boolean {
  return published?.correlation === correlation;
}

function published({ published: version }: SecretState, entry: RotationEntry, now: Date): Step {
  return wrote(
    { ...entry, phase: Phase.Overlapping, version: version?.version, publishedAt: version?.createdOn.toISOString() },
    now,
    "published",
  );
}

/** Whatever was seen is looked at once more when nothing can be on its way any longer. */
function takenOver(entry: RotationEntry, now: Date): Step {
  return {
    kind: StepKind.TakeOver,
    entry: {
      ...entry,
      phase: entry.phase === Phase.Publishing ? Phase.Verifying : entry.phase,
      changedAt: now.toISOString(),
    },
    because: "a call of an earlier worker may be on its way",
  };
}

function wrote(entry: RotationEntry, now: Date, because: string): Step {
  return {
    kind: StepKind.Write,
    entry: { ...entry, changedAt: now.toISOString(), failures: 0, failure: undefined },
    because,
  };
}

/** Ends a rotation that somebody's hand has made pointless. */
function ended(entry: RotationEntry, now: Date, because: string): Step {
  return wrote({ ...entry, phase: Phase.Done, retires: undefined }, now, because);
}
