import { parseArgs } from "node:util";
import fc from "fast-check";
import { startConsumer } from "./consumer.ts";
import { type Moment, runAndKill } from "./killed.ts";
import { passTime } from "./moving-clock.ts";
import { leaks } from "./planted.ts";
import { jobOf, run } from "./run.ts";
import { openStage } from "./stage.ts";
import { DAY, GIVEN_UP, HOUR, OVERLAP } from "./times.ts";

// Two workers renew a key again and again while both are killed at random moments, and a consumer uses the published
// secret all the time. Says what came of it as JSON.
const { values: asked } = parseArgs({ options: { kills: { type: "string" }, seed: { type: "string" } } });
const kills = Number(asked.kills ?? 200);
const seed = Number(asked.seed ?? 1);
const chances = fc.sample(fc.noBias(fc.integer({ min: 0, max: 999_999 })), { seed, numRuns: 100 * (kills + 1) });
const random = () => (chances.pop() ?? 0) / 1_000_000;

/** A key of 60 days is renewed 30 days before it expires. */
const UNTIL_DUE = 30 * DAY + HOUR;
/** A worker that runs longer than this sleeps, as one does that has taken over: for a minute. */
const ASLEEP = 6_000;
const MINUTE = 60_000;
/** More rounds than a rotation takes however often its workers are killed. */
const MOST_ROUNDS = 60;

const stage = await openStage();
const [sweep, rotate] = [jobOf(stage, "sweep-secrets"), jobOf(stage, "rotate")];
const first = await run(stage, sweep);
if (first.status !== 0)
  throw new Error(`the first sweep ended with ${first.status}:\n${first.stdout}\n${first.stderr}`);
const consumer = startConsumer(stage, sweep);
stage.door.control.delivery.set({ duplicates: 1 });

let killed = 0;
let rotations = 0;
let typicalMilliseconds = 2_000;

/** Half of the moments are in time, half are at one of the calls of a rotation. */
function moment(): Moment {
  return random() < 0.5
    ? { milliseconds: 300 + random() * typicalMilliseconds }
    : { calls: 1 + Math.floor(random() * 25) };
}

/** Runs both workers, killing them while kills are left, until one says of the secret what is waited for. */
async function until(verdicts: readonly string[]): Promise<void> {
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    stage.door.control.calls.clear();
    const isSpared = killed >= kills;
    const begun = performance.now();
    const waking = setInterval(() => consumer.between(() => passTime(MINUTE)), ASLEEP);
    const ends = await Promise.all(
      [sweep, rotate].map((job) => (isSpared ? run(stage, job) : runAndKill(stage, job, moment()))),
    ).finally(() => clearInterval(waking));
    for (const { signal, status, stderr } of ends) {
      if (signal === "SIGKILL") killed += 1;
      else if (status === 2) throw new Error(`a worker could not work: ${stderr}`);
      else typicalMilliseconds = Math.max(typicalMilliseconds, performance.now() - begun);
    }
    const said = ends.flatMap(({ signal, stdout }) => (signal === null ? stdout.split("\n") : []));
    if (said.some((line) => verdicts.some((verdict) => line.includes(`: ${verdict}, `)))) return;
    await consumer.between(() => passTime(GIVEN_UP));
  }
  throw new Error(`no ${verdicts.join(" or ")} after ${MOST_ROUNDS} rounds`);
}

while (killed < kills) {
  await consumer.between(() => passTime(UNTIL_DUE));
  await stage.door.control.clock.advance(0);
  await until(["overlapping"]);
  await consumer.between(() => passTime(OVERLAP));
  await until(["done", "not-due"]);
  rotations += 1;
}
const old = consumer.values.slice(0, -1);
const alive = (await Promise.all(old.map((value) => consumer.accepts(value)))).filter(Boolean).length;
await consumer.stop();
const audit = await run(stage, sweep, ["audit", "verify", "--json"]);
const report = {
  seed,
  kills: killed,
  rotations,
  calls: consumer.calls,
  failedCalls: consumer.failed.length,
  publishedValues: consumer.values.length,
  oldValuesThatStillWork: alive,
  auditVerified: audit.status === 0,
  leaks: leaks(stage, consumer.values, consumer.owner),
};
process.stdout.write(`${JSON.stringify(report, undefined, 2)}\n`);
await stage.close();
const kept =
  report.failedCalls === 0 &&
  report.oldValuesThatStillWork === 0 &&
  report.auditVerified &&
  report.leaks.length === 0 &&
  report.publishedValues === rotations + 1;
process.exitCode = kept ? 0 : 1;
