import fc from "fast-check";
import type { Mutant } from "./mutants.ts";
import { play } from "./play.ts";
import { type Schedule, schedules } from "./schedule.ts";
import { Violation } from "./violation.ts";

/** What came of playing many schedules. */
export interface Hunt {
  readonly played: number;
  readonly seed: number;
  /** The first violation, and the schedule that led to it, as small as it could be made. */
  readonly found?: { readonly violation: string; readonly schedule: Schedule; readonly path: string };
}

/** Plays schedules until one breaks a promise. Planted mistakes are not made smaller: one finding is enough. */
export async function hunt(schedulesToPlay: number, seed: number, mutant?: Mutant, path?: string): Promise<Hunt> {
  let played = 0;
  const property = fc.asyncProperty(schedules, async (schedule) => {
    played += 1;
    await play(schedule, mutant);
  });
  const details = await fc.check(property, {
    numRuns: schedulesToPlay,
    seed,
    endOnFailure: mutant !== undefined,
    ...(path === undefined ? {} : { path }),
  });
  if (!details.failed) return { played, seed };
  const error = details.errorInstance;
  if (!(error instanceof Violation)) throw error;
  const [schedule] = details.counterexample ?? [];
  if (schedule === undefined) throw error;
  return { played, seed, found: { violation: error.message, schedule, path: details.counterexamplePath ?? "" } };
}
