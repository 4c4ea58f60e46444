import type { ProgressEvent } from "../../engine";
import { takesColours } from "../../report/terminal";
import { livingLines } from "./living-lines";
import { plainLines } from "./plain-lines";

/** Says how a rehearsal is getting on. */
export interface Progress {
  tell(event: ProgressEvent): void;
  /** Called once when it is over, whatever its end. */
  end(): void;
}

/** A line that lives for each stack on a terminal; in a pipe or a build log one plain line when a stack is done. */
export function showProgress(stream: NodeJS.WriteStream): Progress {
  const lives = stream.isTTY && process.env.TERM !== "dumb" && process.env.CI === undefined;
  return lives ? livingLines(stream, takesColours(stream)) : plainLines(stream);
}
