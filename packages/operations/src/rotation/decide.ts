import { begin } from "./begin";
import { continueRotation } from "./continue";
import { isFinished, Phase, type RotationEntry } from "./entry";
import { isEmergency, type RotationRequest } from "./request";
import { revoke } from "./revoke";
import type { SecretState } from "./state";
import { type Step, StepKind, Verdict } from "./step";

/**
 * What to do about one secret now. Pure: the caller reads the world, carries the step out and asks again. Nothing in it
 * depends on an event: the same state gives the same step, however often and in whatever order it is asked.
 */
export function decide(
  state: SecretState,
  entry: RotationEntry | undefined,
  now: Date,
  request: RotationRequest,
): Step {
  if (entry?.phase === Phase.Revoked)
    return {
      kind: StepKind.End,
      verdict: Verdict.Refused,
      because: "the secret is revoked; what replaces it needs another name",
    };
  const isUnderWay = entry !== undefined && !isFinished(entry);
  if (isUnderWay && entry.owner.toLowerCase() !== state.secret.owner.toLowerCase())
    return {
      kind: StepKind.End,
      verdict: Verdict.Refused,
      because: `a rotation of ${entry.owner} is under way; let it end before the secret gets another owner`,
    };
  if (isEmergency(request)) {
    const step = revoke(state, entry, now, request);
    if (step !== undefined) return step;
  }
  if (isUnderWay) return continueRotation(state, entry, now);
  return begin(state, entry, now, request);
}
