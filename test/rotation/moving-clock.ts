import { mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The day for which the example, its models and their evidence are current. */
const FIRST_DAY = "2026-11-21T09:00:00Z";

/** Imported before everything else: from here on this process and those that it starts share a clock that can be moved. */
const folder = mkdtempSync(join(tmpdir(), "rotation-clock-"));
const file = join(folder, "ahead");
const preload = join(import.meta.dirname, "clock.cjs");

let ahead = Date.parse(FIRST_DAY) - Date.now();
keep();
process.on("exit", () => rmSync(folder, { recursive: true }));
process.env.CLOCK_AHEAD = file;
process.env.NODE_OPTIONS = [process.env.NODE_OPTIONS, `--require ${preload}`].filter(Boolean).join(" ");
createRequire(import.meta.url)(preload);

/** Lets so many milliseconds pass at once, for every process. */
export async function passTime(milliseconds: number): Promise<void> {
  ahead += milliseconds;
  keep();
  // Every process reads the file again within 20 ms.
  await new Promise((resolve) => setTimeout(resolve, 50));
}

/** In one step: nobody reads half a number. */
function keep(): void {
  writeFileSync(`${file}.next`, String(ahead));
  renameSync(`${file}.next`, file);
}
