import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { median } from "./median.mts";

const root = join(import.meta.dirname, "../..");
const runs = 5;

/** (b) The whole example: four stacks, every pack, one command, as a user waits for it. */
export function benchRehearsal(): void {
  const seconds = Array.from({ length: runs + 1 }, rehearseOnce).slice(1);
  console.log(`\n(b) \`ringfence rehearse --all\` of the example, whole process, ${runs} runs after one warm-up`);
  console.log(
    `median ${median(seconds).toFixed(2)} s, least ${Math.min(...seconds).toFixed(2)} s, most ${Math.max(...seconds).toFixed(2)} s; aim 5 s, limit 8 s`,
  );
}

function rehearseOnce(): number {
  const start = performance.now();
  const run = spawnSync(process.execPath, [join(root, "packages/rehearsal/bin/ringfence.js"), "rehearse", "--all"], {
    cwd: root,
    encoding: "utf8",
  });
  if (run.status !== 0) throw new Error(`the rehearsal ended with ${run.status}:\n${run.stdout}\n${run.stderr}`);
  return (performance.now() - start) / 1000;
}
