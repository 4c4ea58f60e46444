import { ActionId } from "@ringfence/core/actions";
import { Urgency } from "../entry";
import { StepKind, Verdict } from "../step";
import { assertOverlapIsOver, TooEarly } from "./overlap-by-vault";
import { type CarryOut, effect, StepFailed } from "./step-context";

/** A service that has said three times that it renewed a key and shows the old one still is not tried a fourth time. */
const TRIES = 3;

/** Gives the target a new key. Whether it has one is seen by looking again, not by the answer. */
export const regenerate: CarryOut = async (context) => {
  const { entry, seen, owner, tries } = context;
  if (tries("regenerate") > TRIES)
    throw new StepFailed(`${entry.target} holds the key that it held before, though it was renewed ${TRIES} times`);
  const { newest } = seen;
  // A withdrawn secret needs no new key where the slot can be emptied.
  const renew = () => (entry.withdraws && owner.clear ? owner.clear(entry.target) : owner.regenerate(entry.target));
  const mayBeInUse = entry.targetMayBeInUse && entry.urgency === Urgency.Planned && newest !== undefined;
  try {
    await effect(
      context,
      ActionId.RegenerateKey,
      { slot: entry.target },
      renew,
      mayBeInUse ? () => assertOverlapIsOver(context, newest) : undefined,
    );
  } catch (error) {
    if (!(error instanceof TooEarly)) throw error;
    return { kind: StepKind.End, verdict: Verdict.Refused, because: error.message, until: error.until };
  }
  return undefined;
};
