import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { RehearsalDocument, StackRehearsal } from "../../packages/rehearsal/src/document";

export const root = join(__dirname, "../..");

export interface Run {
  status: number | null;
  stdout: string;
  stderr: string;
}

/** The day for which the example, its waivers and its models are current; real time would outlive them. */
const EXAMPLE_DAY = "2026-11-21T09:00:00Z";

/** Runs the built command line as a user does, with every way to the network closed. */
export function ringfence(...args: string[]): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, "packages/rehearsal/bin/ringfence.js"), ...args], {
      cwd: root,
      env: {
        ...process.env,
        NO_COLOR: "1",
        CLOCK_STARTS: process.env.CLOCK_STARTS ?? EXAMPLE_DAY,
        NODE_OPTIONS: ["network-cut.cjs", "clock.cjs"].map((file) => `--require ${join(__dirname, file)}`).join(" "),
      },
    });
    let [stdout, stderr] = ["", ""];
    child.stdout.on("data", (chunk) => (stdout += chunk));
    child.stderr.on("data", (chunk) => (stderr += chunk));
    child.on("error", reject);
    child.on("close", (status) => resolve({ status, stdout, stderr }));
  });
}

export interface Rehearsed extends Run {
  document: RehearsalDocument;
  /** The folder that holds the report and everything else that was written. */
  folder: string;
}

/** Rehearses with a JSON document and a report in a folder of their own. */
export async function rehearse(...args: string[]): Promise<Rehearsed> {
  const folder = await mkdtemp(join(tmpdir(), "rehearsal-"));
  const json = join(folder, "document.json");
  const run = await ringfence("rehearse", ...args, "--json", json, "--report", join(folder, "report"));
  if (run.status === 2) throw new Error(`${run.stdout}\n${run.stderr}`);
  return { ...run, folder, document: JSON.parse(readFileSync(json, "utf8")) };
}

export function stackNamed(document: RehearsalDocument, name: string): StackRehearsal {
  const stack = document.stacks.find((candidate) => candidate.stack === name);
  if (!stack) throw new Error(`no stack ${name} in the document`);
  return stack;
}
