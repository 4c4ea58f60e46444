import { randomUUID } from "node:crypto";
import type { JobCommand } from "@ringfence/core/jobs";
import { type Configuration, configurationFile, readConfiguration, type SettingName } from "../configuration";
import { jsonLine, type Log, observed, startTelemetry, structuredLog } from "../observability";
import type { Clock } from "../ports";
import type { CommonFlags } from "./common-flags";
import type { Connections } from "./connections";
import { endingOf } from "./ending";
import { ExitCode } from "./exit-code";
import type { Surroundings } from "./surroundings";

/** What a command works with. */
export interface JobRun<Needed extends SettingName> {
  readonly flags: CommonFlags;
  readonly configuration: Configuration<Needed>;
  /** One id for everything that this run does; it is in every log line, trace and audit record. */
  readonly correlation: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly ports: Connections;
  /** Aborted when the process is told to end; stop at the next safe point. */
  readonly ending: AbortSignal;
}

/** What a command came to: the exit code, and the result for a person and for a program. */
export interface JobResult {
  readonly code: ExitCode;
  /** For a person, lines without the last end of line; nothing is printed if it is empty. */
  readonly text: string;
  /** The same for `--json`. */
  readonly report: unknown;
}

/** One command: what it needs to be told, and what it does. */
export interface Job<Needed extends SettingName> {
  readonly command: JobCommand;
  readonly needs: readonly Needed[];
  work(run: JobRun<Needed>): Promise<JobResult>;
}

/**
 * Runs a command: reads its configuration, starts the telemetry, makes the ports, does the work, prints the result and
 * sets the process's exit code.
 */
export async function runJob<Needed extends SettingName>(
  { command, needs, work }: Job<Needed>,
  flags: CommonFlags,
  surroundings: Surroundings,
): Promise<void> {
  const { clock, environment, print, warn, ending } = surroundings;
  const file = flags.config === undefined ? undefined : configurationFile(flags.config);
  const configuration = readConfiguration({ environment, file }, needs);
  const telemetry = await startTelemetry(configuration);
  const correlation = randomUUID();
  const log = structuredLog(clock, [(line) => warn(jsonLine(line)), telemetry.log], { command, correlation });
  const ports = surroundings.connect({
    command,
    configuration,
    clock,
    log,
    correlation,
    dryRun: flags.dryRun === true,
    as: flags.as,
  });
  try {
    const result = await observed({ command, correlation, clock }, async () => {
      try {
        return await work({ flags, configuration, correlation, clock, log, ports, ending });
      } catch (error) {
        return failure(error, log);
      }
    });
    const text = flags.json === true ? JSON.stringify(result.report, undefined, 2) : result.text;
    if (text !== "") print(`${text}\n`);
    process.exitCode = result.code;
  } finally {
    await telemetry.end();
  }
}

/** What an error comes to: said in the log, and for `--json` in the result. */
function failure(error: unknown, log: Log): JobResult {
  const { code, says } = endingOf(error);
  log.error(code === ExitCode.Refused ? "refused" : "failed", { error });
  return {
    code,
    text: says.trimEnd(),
    report: { code, error: error instanceof Error ? error.message : String(error) },
  };
}
