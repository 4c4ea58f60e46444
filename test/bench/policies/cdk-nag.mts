import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

const folder = join(import.meta.dirname, "../cdk-nag");

/** What cdk-nag took. */
export interface CdkNagRun {
  version: string;
  /** The rules of its pack. */
  rules: number;
  /** For each size, each run after the warm-ups. */
  seconds: number[][];
}

/** Whether somebody has installed cdk-nag for this bench; the repository's own installation leaves it out. */
export function hasCdkNag(): boolean {
  return existsSync(join(folder, "node_modules/cdk-nag"));
}

/** Has cdk-nag's AwsSolutions pack judge so many buckets, in stacks of so many. */
export function runCdkNag(perStack: number, sizes: readonly number[]): CdkNagRun {
  const printed = execFileSync(
    process.execPath,
    [join(folder, "measure.mjs"), String(perStack), ...sizes.map(String)],
    {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  return JSON.parse(printed);
}
