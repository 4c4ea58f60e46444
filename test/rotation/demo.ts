import { type Consumer, startConsumer } from "./consumer.ts";
import { runAndKill } from "./killed.ts";
import { passTime } from "./moving-clock.ts";
import { type Ended, jobOf, run } from "./run.ts";
import { openStage } from "./stage.ts";
import { DAY, GIVEN_UP, OVERLAP } from "./times.ts";

// A key is renewed under load with a crash in the middle, and then revoked in an emergency: a timeline to read.

const begun = performance.now();
const say = (text: string) => {
  const seconds = ((performance.now() - begun) / 1000).toFixed(1).padStart(5);
  process.stdout.write(`${seconds} s  ${new Date().toISOString().slice(0, 16).replace("T", " ")}  ${text}\n`);
};
const indent = (text: string) =>
  text
    .trim()
    .split("\n")
    .map((line) => `           ${line}`)
    .join("\n");

/** Says what a run of a job came to; the demonstration ends where it is not what was expected. */
function told(what: string, { status, signal, stdout, stderr }: Ended, expected: number | "SIGKILL"): void {
  say(`${what}: ${signal ?? `exit ${status}`}`);
  if (stdout.trim() !== "") process.stdout.write(`${indent(stdout)}\n`);
  if ((signal ?? status) !== expected) throw new Error(`expected ${expected}; the job's log:\n${stderr}`);
}

function availability({ calls, failed, longestOutage }: Consumer): string {
  const share = ((1 - failed.length / calls) * 100).toFixed(3);
  const outage = failed.length === 0 ? "" : `, not served for ${Math.round(longestOutage)} ms`;
  return `${calls} calls, ${failed.length} failed, ${share} % available${outage}`;
}

process.stdout.write("   real  in the demonstration\n");
const stage = await openStage();
say("the example's prod ring is deployed into the simulated Azure; Azurite keeps journal, audit and queues");
const [sweep, rotate] = [jobOf(stage, "sweep-secrets"), jobOf(stage, "rotate")];
told("the first sweep publishes a key for the scanner", await run(stage, sweep), 0);
await passTime(OVERLAP);
told("a day later the sweep renews the service's other key too", await run(stage, sweep), 0);
const consumer = startConsumer(stage, sweep);
say("the scanner reads its secret and sends, again and again");

await consumer.between(() => passTime(29 * DAY));
await stage.door.control.clock.advance(0);
say("a month later Key Vault announces the expiry through Event Grid");
told(
  "the job is killed right after it has renewed the idle key",
  await runAndKill(stage, rotate, { calls: 1, matching: /regenerateKeys$/i }),
  "SIGKILL",
);
await consumer.between(() => passTime(GIVEN_UP));
told("the event comes again, and another run goes on from the journal", await run(stage, rotate), 0);
await consumer.between(() => passTime(OVERLAP));
told("a day later the sweep retires the old key", await run(stage, sweep), 0);
say(`the scanner so far: ${availability(consumer)}`);
const planned = consumer.failed.length;

const leaked = consumer.values.at(-1) ?? "";
stage.door.control.delivery.set({ down: true });
say("the published key leaks, and Event Grid is down");
const revoke = [
  "revoke",
  "--secret",
  "scanner-intake",
  "--reason",
  "found in a public repository",
  "--as",
  "on.call@contoso.example",
];
told("the engineer on call revokes it", await run(stage, sweep, revoke), 0);
const refused = !(await consumer.accepts(leaked));
say(`the leaked key is ${refused ? "refused by the service" : "STILL ACCEPTED"}`);
await consumer.stop();
say(`the scanner in the end: ${availability(consumer)}`);
const verified = await run(stage, sweep, ["audit", "verify"]);
told("the audit's chain is verified", verified, 0);
await stage.close();
process.exitCode = refused && planned === 0 ? 0 : 1;
