import { join } from "node:path";
import type { Project } from "../project/project";
import { endChild, startChild } from "./children";
import { findHost, programEnvironment, ROOMY, type StackIdentity } from "./node-host";

/** The exit code with which Pulumi's Node host says that it has already reported what went wrong. */
export const ALREADY_REPORTED = 32;

/** How a program ended. */
export interface ProgramExit {
  /** Null where a signal ended it. */
  code: number | null;
  /** The last part of what it wrote to standard error. */
  stderr: string;
  timedOut: boolean;
}

export interface ProgramRun {
  monitorAddress: string;
  engineAddress: string;
  /** Milliseconds after which a program that hangs is ended. */
  timeout: number;
  /** Each line that the program prints. */
  onLine: (line: string, stream: "stdout" | "stderr") => void;
}

/** How much of standard error is kept for the report of a failure, in characters. */
const STDERR_KEPT = 20_000;

/** What spares a compiled program's host needless work. */
const LEAN_HOST = join(__dirname, "../../../host/lean-host.cjs");

/** Runs the unmodified program in Pulumi's own Node host, with the arguments that the language host gives it. */
export async function runProgram(project: Project, identity: StackIdentity, run: ProgramRun): Promise<ProgramExit> {
  const args = [
    ...ROOMY,
    ...(project.runtime.typescript ? [] : ["--require", LEAN_HOST]),
    ...project.runtime.nodeArguments,
    findHost("@pulumi/pulumi/cmd/run", project.programDirectory),
    ...["--monitor", run.monitorAddress],
    ...["--engine", run.engineAddress],
    ...["--organization", identity.organization],
    ...["--project", identity.project],
    ...["--root-directory", project.root],
    ...["--stack", identity.stack],
    ...["--pwd", project.programDirectory],
    ...(identity.preview ? ["--dry-run"] : []),
    ...["--parallel", "16"],
    project.entryPoint,
  ];
  const child = startChild(process.execPath, args, {
    cwd: project.programDirectory,
    env: programEnvironment(identity, project.runtime),
    stdio: ["ignore", "pipe", "pipe"],
  });
  let stderr = "";
  let timedOut = false;
  child.stdout?.setEncoding("utf8").on(
    "data",
    lines((line) => run.onLine(line, "stdout")),
  );
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    stderr = (stderr + text).slice(-STDERR_KEPT);
  });
  child.stderr?.on(
    "data",
    lines((line) => run.onLine(line, "stderr")),
  );
  const deadline = setTimeout(() => {
    timedOut = true;
    void endChild(child);
  }, run.timeout);
  try {
    const code = await new Promise<number | null>((resolve, reject) => {
      child.once("error", reject);
      child.once("close", resolve);
    });
    return { code, stderr, timedOut };
  } finally {
    clearTimeout(deadline);
  }
}

/** Calls back with each whole line of a stream's text. */
export function lines(onLine: (line: string) => void): (text: string) => void {
  let rest = "";
  return (text) => {
    const parts = (rest + text).split(/\r?\n/);
    rest = parts.pop() ?? "";
    for (const part of parts) onLine(part);
  };
}
