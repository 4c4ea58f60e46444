import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { Worker } from "node:worker_threads";
import type { Hunt } from "./hunt.ts";
import { mutants } from "./mutants.ts";
import type { Order } from "./play-schedules.ts";

const { values } = parseArgs({
  options: { schedules: { type: "string" }, seed: { type: "string" }, path: { type: "string" } },
});
const schedules = Number(values.schedules ?? 100_000);
const seed = Number(values.seed ?? 20_260_301);
const started = Date.now();

function inThread(order: Order): Promise<Hunt> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL("./play-schedules.ts", import.meta.url), { workerData: order });
    thread.on("message", resolve).on("error", reject);
  });
}

/** Each thread plays its part with a seed of its own, so that the same arguments play the same schedules. */
async function playAll(): Promise<readonly Hunt[]> {
  if (values.path !== undefined) return [await inThread({ schedules: 1, seed, path: values.path })];
  const threads = availableParallelism();
  const parts = Array.from({ length: threads }, (_, index) => Math.floor((schedules + index) / threads));
  return Promise.all(parts.map((part, index) => inThread({ schedules: part, seed: seed + index })));
}

async function catchAll(): Promise<readonly [name: string, hunt: Hunt][]> {
  const waiting = Object.keys(mutants);
  const caught: [string, Hunt][] = [];
  const next = async (): Promise<void> => {
    const mutant = waiting.shift();
    if (mutant === undefined) return;
    caught.push([mutant, await inThread({ schedules: Math.min(schedules, 20_000), seed, mutant })]);
    return next();
  };
  await Promise.all(Array.from({ length: availableParallelism() }, next));
  return caught;
}

const hunts = await playAll();
const violations = hunts.filter(({ found }) => found !== undefined);
const played = hunts.reduce((sum, hunt) => sum + hunt.played, 0);
console.log(`schedules   ${played}`);
console.log(`violations  ${violations.length}`);
for (const { found, seed: its } of violations) {
  console.log(`  ${found?.violation}`);
  console.log(`  again: npm run torture -- --seed ${its} --path ${found?.path}`);
  console.log(`  ${JSON.stringify(found?.schedule)}`);
}
let missed = 0;
if (values.path === undefined) {
  const caught = await catchAll();
  missed = caught.filter(([, { found }]) => found === undefined).length;
  console.log(`mutants     ${caught.length}, caught ${caught.length - missed}`);
  for (const [name, { played: after, found }] of caught)
    console.log(
      `  ${found === undefined ? "MISSED" : "caught"}  ${name}: ${found?.violation ?? ""} (${after} schedules)`,
    );
}
console.log(`seconds     ${Math.round((Date.now() - started) / 1000)}`);
process.exitCode = violations.length + missed > 0 ? 1 : 0;
