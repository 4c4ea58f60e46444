import { execFileSync } from "node:child_process";
import { join } from "node:path";
import type { Estate } from "./estate.mts";
import type { Taken, Variant } from "./variants.mts";

/** What a variant took in a process of its own: for each size, each run after the warm-ups. */
export function runMeasure(variant: Variant, estate: Estate, set: string, sizes: readonly number[]): Taken[][] {
  const script = join(import.meta.dirname, "measure.mts");
  const given = [variant, estate, set, ...sizes.map(String)];
  const printed = execFileSync(process.execPath, ["--max-old-space-size=6144", script, ...given], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  return JSON.parse(printed);
}
