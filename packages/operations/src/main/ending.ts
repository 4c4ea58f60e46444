import { CommanderError } from "commander";
import { ActorUnknown } from "../actions/actor";
import { ApprovalRefused } from "../actions/approval";
import { ConfigurationRefused } from "../configuration";
import { ActionRefused } from "../ports";
import { ExitCode } from "./exit-code";

/** What an error ends the program with, and what is said of it. */
export interface Ending {
  readonly code: ExitCode;
  readonly says: string;
}

/** A mistake of the user in its own words, a refusal in its own, anything else with its trace. */
export function endingOf(error: unknown): Ending {
  if (error instanceof CommanderError)
    return { code: error.exitCode === 0 ? ExitCode.Done : ExitCode.Unusable, says: "" };
  if (error instanceof ConfigurationRefused || error instanceof ActorUnknown)
    return { code: ExitCode.Unusable, says: `ringfence-operations: ${error.message}\n` };
  if (error instanceof ActionRefused || error instanceof ApprovalRefused)
    return { code: ExitCode.Refused, says: `ringfence-operations: ${error.message}\n` };
  return { code: ExitCode.Failed, says: `ringfence-operations failed:\n${traceOf(error)}\n` };
}

function traceOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
