import { type Step, StepKind } from "../step";

/** A new key reaches all of a service's front ends within minutes: 1, 2, 4, … 60 seconds, together four minutes. */
export const PROPAGATION_TRIES = 9;

const LONGEST_PAUSE_SECONDS = 60;

/** The pause before the next try. */
export function pauseBefore(tries: number, because: string): Step {
  return { kind: StepKind.Pause, milliseconds: 1000 * Math.min(2 ** (tries - 1), LONGEST_PAUSE_SECONDS), because };
}
