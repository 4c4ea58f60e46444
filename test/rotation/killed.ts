import type { JobDefinition } from "./job-definitions.ts";
import { type Ended, start } from "./run.ts";
import type { Stage } from "./stage.ts";

/** At which moment a run is killed: after so many milliseconds, or so many of its calls to Azure's services. */
export type Moment = { readonly milliseconds: number } | { readonly calls: number; readonly matching?: RegExp };

/** How often it is looked whether the moment has come. */
const LOOK_MILLISECONDS = 2;

/** Runs a job and kills it at a moment, as a node that goes down would. It may end before. */
export async function runAndKill(
  stage: Stage,
  job: JobDefinition,
  moment: Moment,
  args?: readonly string[],
): Promise<Ended> {
  const { child, ended } = start(stage, job, args);
  const seen = stage.door.calls.length;
  const begun = performance.now();
  const watch = setInterval(() => {
    const come =
      "milliseconds" in moment
        ? performance.now() - begun >= moment.milliseconds
        : stage.door.calls
            .slice(seen)
            .filter(({ path }) => (moment.matching ?? /(?:)/).test(path) && !isTheConsumers(path)).length >=
          moment.calls;
    if (come) child.kill("SIGKILL");
  }, LOOK_MILLISECONDS);
  try {
    return await ended;
  } finally {
    clearInterval(watch);
  }
}

/** The scanner calls its service and reads its secret all the time; those calls are no moment of a job. */
function isTheConsumers(path: string): boolean {
  return path.endsWith("/scans/messages") || /\/secrets\/[^/]+$/.test(path);
}
