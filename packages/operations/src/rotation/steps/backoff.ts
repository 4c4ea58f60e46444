import { type Step, StepKind } from "../step";

/**
 * A new key reaches all of a service's front ends within minutes: pauses of 1, 2, 4, … 60 seconds, together ten minutes.
 * It must be enough for one run: an owner that shows a key only once gives the next run another one.
 */
export const PROPAGATION_TRIES = 16;

const LONGEST_PAUSE_SECONDS = 60;

/** The pause before the next try. */
export function pauseBefore(tries: number, because: string): Step {
  return { kind: StepKind.Pause, milliseconds: 1000 * Math.min(2 ** (tries - 1), LONGEST_PAUSE_SECONDS), because };
}
