import { newEntry } from "./begin";
import { isFinished, Phase, type RotationEntry, Urgency } from "./entry";
import { RequestKind, type RotationRequest } from "./request";
import { otherSlot, type SecretState, SlotKey } from "./state";
import { type Step, StepKind, Verdict } from "./step";

/**
 * How an emergency begins, or takes over the rotation that is under way; undefined once it has, and the rotation goes
 * on as any other, only without waiting. Where the leaked value stands in a slot that is renewed anyway, the rotation
 * under way is only hurried; where it is published, the other slot takes over, whoever still uses that one.
 */
export function revoke(
  state: SecretState,
  entry: RotationEntry | undefined,
  now: Date,
  request: RotationRequest,
): Step | undefined {
  const withdraws = request.kind === RequestKind.Withdraw;
  const leaked = state.leaked?.version;
  if (leaked === undefined && !withdraws) return ends(Verdict.Refused, `the vault has no version ${request.version}`);
  const running = entry !== undefined && !isFinished(entry);
  if (
    entry !== undefined &&
    entry.leaked === leaked &&
    entry.withdraws === withdraws &&
    entry.urgency === Urgency.Emergency
  ) {
    if (running) return undefined;
    return ends(Verdict.Done, `version ${leaked} is revoked already`);
  }
  const slot = state.leaked?.slot;
  const write = (next: RotationEntry): Step => ({
    kind: running && mayHaveSent(entry, state) ? StepKind.TakeOver : StepKind.Write,
    entry: next,
    because: next.reason,
  });
  if (running && !withdraws && concerns(state, entry, slot, leaked))
    return write({
      ...entry,
      phase: entry.phase === Phase.Publishing ? Phase.Verifying : entry.phase,
      urgency: Urgency.Emergency,
      leaked,
      reason: request.reason,
      changedAt: now.toISOString(),
    });
  if (running && !withdraws && slot === undefined)
    return ends(Verdict.Done, `no slot holds the value of version ${leaked}: it is dead already`);
  const published = state.published?.slot;
  const retires = slot ?? published ?? state.slots[0];
  const begun = newEntry(state, now, {
    target: otherSlot(state, retires),
    retires,
    reason: request.reason,
    urgency: Urgency.Emergency,
    leaked,
    withdraws,
    last: entry,
  });
  // A leaked value that no slot holds is dead: only the proof is left.
  const isDead = slot === undefined && !withdraws;
  const onlyRetires = slot !== undefined && slot !== published && !withdraws;
  if (isDead) return write({ ...begun, phase: Phase.Proving, retires: undefined });
  if (onlyRetires) return write({ ...begun, target: otherSlot(state, slot), phase: Phase.Retiring, ...kept(state) });
  return write(begun);
}

/** Whether the rotation under way kills the leaked value anyway: it holds the old slot, or is about to be overwritten. */
function concerns(
  { keys }: SecretState,
  { phase, target, retires, replaces }: RotationEntry,
  slot: string | undefined,
  leaked: string | undefined,
): boolean {
  if (slot === undefined) return replaces === leaked;
  return slot === retires || (phase === Phase.Regenerating && slot === target && keys[target] === SlotKey.Before);
}

/** What stays published while only the other slot dies. */
function kept({ published }: SecretState): Pick<RotationEntry, "version" | "publishedAt"> {
  return { version: published?.version, publishedAt: published?.createdOn.toISOString() };
}

/** The phases in which a worker sends what cannot be taken back. */
const sendingPhases: readonly Phase[] = [Phase.Regenerating, Phase.Publishing, Phase.Retiring];

/** Whether a call of an earlier worker may be on its way, which must not come after what is done now. */
function mayHaveSent({ phase, turn }: RotationEntry, state: SecretState): boolean {
  return turn !== state.turn && sendingPhases.includes(phase);
}

function ends(verdict: Verdict, because: string): Step {
  return { kind: StepKind.End, verdict, because };
}
