import { CommanderError } from "commander";
import { ExitCode } from "./exit-code";

/**
 * Ends after an error: a mistake in the usage in its own words, without a stack; anything else is a fault of this
 * tool and shows where it is.
 */
export function endWith(error: unknown): void {
  process.exitCode = ExitCode.Unusable;
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) process.exitCode = ExitCode.Clean;
    return;
  }
  if (error instanceof Error && isUsersMistake(error)) process.stderr.write(`ringfence: ${error.message}\n`);
  else process.stderr.write(`ringfence failed, which is a fault of its own:\n${traceOf(error)}\n`);
}

/** The engine's usage errors and what the file system refuses; by name, so that the engine need not be loaded. */
function isUsersMistake(error: Error): boolean {
  const refused = ["EACCES", "EPERM", "ENOENT", "ENOTDIR", "EISDIR", "EEXIST", "EROFS", "ENOSPC", "EADDRINUSE"];
  return error.name === "UsageError" || refused.includes((error as NodeJS.ErrnoException).code ?? "");
}

function traceOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
