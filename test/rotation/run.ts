import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import type { JobDefinition } from "./job-definitions.ts";
import type { Stage } from "./stage.ts";

const program = join(import.meta.dirname, "../../packages/operations/bin/ringfence-operations.js");

/** How a run ended. */
export interface Ended {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A run of a job in a process of its own. */
export interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
}

/** Starts a job as its container would, with other arguments if they are given. */
export function start(stage: Stage, job: JobDefinition, args: readonly string[] = job.command.slice(1)): Running {
  const child = spawn(process.execPath, [program, ...args], {
    env: {
      PATH: process.env.PATH,
      NODE_OPTIONS: process.env.NODE_OPTIONS,
      CLOCK_AHEAD: process.env.CLOCK_AHEAD,
      ...stage.environmentOf(job),
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let [stdout, stderr] = ["", ""];
  child.stdout?.on("data", (chunk) => (stdout += chunk));
  child.stderr?.on("data", (chunk) => (stderr += chunk));
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (status, signal) => {
      printed.push(stdout, stderr);
      resolve({ status, signal, stdout, stderr });
    });
  });
  return { child, ended };
}

/** Everything that runs have printed so far. */
export const printed: string[] = [];

/** Runs a job to its end. */
export function run(stage: Stage, job: JobDefinition, args?: readonly string[]): Promise<Ended> {
  return start(stage, job, args).ended;
}

/** The job that a command belongs to. @throws if the deployment has none */
export function jobOf(stage: Stage, command: string): JobDefinition {
  const job = stage.jobs.find((each) => each.command[1] === command);
  if (job === undefined) throw new Error(`no job runs ${command}`);
  return job;
}
