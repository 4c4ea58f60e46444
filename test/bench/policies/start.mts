import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { median } from "../median.mts";

const root = join(import.meta.dirname, "../../..");
const host = join(root, "node_modules/@pulumi/pulumi/cmd/run-policy-pack");
const RUNS = 11;

const packs = {
  "empty pack": join(import.meta.dirname, "empty-pack"),
  everything: join(root, "policy-packs/everything"),
};

/** As Pulumi's CLI starts a pack, and the same without the TypeScript compiler, as a rehearsal starts a compiled one. */
const hosts = {
  "Pulumi's host": [host, "127.0.0.1:1", "."],
  "a rehearsal's host": [
    "-e",
    "require(process.argv[1]).run({ argv: { _: ['.'] }, programStarted() {}, reportLoggedError() {}, typeScript: false })",
    join(host, "run.js"),
  ],
};

/** (c) From the start of a pack's process until it serves, by the clock on the wall, as the engine waits for it. */
export async function benchStart(): Promise<void> {
  console.log(`\n(c) milliseconds until a pack serves, medians of ${RUNS} starts in turn; aim: under 1,000`);
  for (const [name, started] of Object.entries(hosts)) {
    const taken: Record<string, number[]> = {};
    for (let run = -2; run < RUNS; run++)
      for (const [pack, directory] of Object.entries(packs)) {
        const milliseconds = await startOnce(started, directory);
        if (run >= 0) taken[pack] = [...(taken[pack] ?? []), milliseconds];
      }
    const shown = Object.entries(taken).map(([pack, each]) => `${pack} ${Math.round(median(each))}`);
    console.log(`${name.padEnd(19)} ${shown.join(", ")}`);
  }
}

/** The first line that a pack prints is the port on which it serves. */
async function startOnce(started: readonly string[], directory: string): Promise<number> {
  const start = performance.now();
  const child = spawn(process.execPath, started, {
    cwd: directory,
    env: { ...process.env, PULUMI_PROJECT: "claims", PULUMI_STACK: "prod", PULUMI_CONFIG: "{}" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(child, "close");
  for await (const line of createInterface({ input: child.stdout })) {
    if (!/^\d+$/.test(line)) throw new Error(`${directory}: printed no port but: ${line}`);
    const milliseconds = performance.now() - start;
    child.kill("SIGKILL");
    await ended;
    return milliseconds;
  }
  throw new Error(`${directory}: ended before it served`);
}
