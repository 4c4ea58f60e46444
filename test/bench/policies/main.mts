import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { machine } from "../machine.mts";
import { SET_NAME } from "./estate.mts";
import { benchGrowth } from "./growth.mts";
import { benchStart } from "./start.mts";
import { benchThroughput } from "./throughput.mts";

console.log(machine());
const folder = mkdtempSync(join(tmpdir(), "bench-policies-"));
try {
  const set = join(folder, "set.json");
  writeFileSync(set, execFileSync(process.execPath, [join(import.meta.dirname, "component-estate.mts"), SET_NAME]));
  benchThroughput(set);
  benchGrowth(set);
  await benchStart();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
