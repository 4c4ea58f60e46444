import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";

/** How long a child may take to end after it was asked to, in milliseconds. */
const GRACE = 2_000;

/** Every child process of this process's rehearsals that has not ended. */
const running = new Set<ChildProcess>();

let watching = false;

/** Starts a child that never outlives this process, however this process ends. */
export function startChild(command: string, args: readonly string[], options: SpawnOptions): ChildProcess {
  watchForTheEnd();
  const child = spawn(command, args, options);
  running.add(child);
  child.once("exit", () => running.delete(child));
  child.once("error", () => running.delete(child));
  return child;
}

/** Ends a child: asks first, then kills. Resolves when it is gone. */
export function endChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return Promise.resolve();
  return new Promise((resolve) => {
    const killing = setTimeout(() => child.kill("SIGKILL"), GRACE);
    child.once("exit", () => {
      clearTimeout(killing);
      resolve();
    });
    child.kill("SIGTERM");
  });
}

/** Ctrl-C and a termination end the children first and then this process, as it would have ended anyway. */
function watchForTheEnd(): void {
  if (watching) return;
  watching = true;
  const killAll = () => {
    for (const child of running) child.kill("SIGKILL");
  };
  process.once("exit", killAll);
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
    process.once(signal, () => {
      killAll();
      process.kill(process.pid, signal);
    });
}
