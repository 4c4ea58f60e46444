import { OwnerUnavailable, Unavailability } from "../ports";
import { SETTLE_MILLISECONDS } from "./continue";
import { type EffectStep, StepKind } from "./step";
import { StepFailed } from "./steps";

/** So many failures in a row end a run; the next one takes it up. */
export const TRIES_OF_A_CALL = 5;

/** Whether another try in this run can help. */
export function hopeless(error: unknown): boolean {
  if (error instanceof StepFailed) return true;
  return error instanceof OwnerUnavailable && error.reason !== Unavailability.Later;
}

/** Whether the call may have its effect, or still get it, though it failed. */
export function mayHaveHappened(error: unknown, doing: EffectStep["kind"] | undefined): boolean {
  if (error instanceof StepFailed) return false;
  return doing === StepKind.Regenerate || doing === StepKind.Retire || doing === StepKind.Publish;
}

/**
 * How long to wait after a failed call, in milliseconds: 2, 4, 8, … seconds, or long enough for it to have happened all
 * the same, so that what is seen next is what stays.
 */
export function pauseAfter(troubles: number, error: unknown, doing: EffectStep["kind"] | undefined): number {
  return mayHaveHappened(error, doing) ? SETTLE_MILLISECONDS : 1000 * 2 ** troubles;
}
