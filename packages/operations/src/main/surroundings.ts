import type { Clock } from "../ports";
import type { Connect } from "./connections";

/** What the program has of the world; a test gives its own. */
export interface Surroundings {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Writes to the standard output: results. */
  readonly print: (text: string) => void;
  /** Writes to the standard error: logs and mistakes. */
  readonly warn: (text: string) => void;
  readonly clock: Clock;
  /** Makes the ports of a run. */
  readonly connect: Connect;
  /** Aborted when the process is told to end; a job stops at the next safe point. */
  readonly ending: AbortSignal;
}
