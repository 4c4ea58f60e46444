import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

const bin = join(__dirname, "../../bin/ringfence.js");
const built = join(__dirname, "../../dist/cli/index.js");

/** The programs and packs that this package's tests rehearse. */
export const programs = join(__dirname, "../programs");
export const packs = join(__dirname, "../packs");

/** Runs the built command as a user's shell does, with its outputs in pipes. */
export function ringfence(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  if (!existsSync(built)) throw new Error("the command line is tested as it is built; run `npm run build` first");
  const { NO_COLOR: _, FORCE_COLOR: __, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], { encoding: "utf8", env });
  return { status, stdout, stderr };
}
