import { setTimeout as sleep } from "node:timers/promises";
import { commandLine } from "./command-line";
import { endingOf } from "./ending";

/** A reader that has seen enough, as `| head` does, is no fault. */
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});

/** Container Apps sends SIGTERM and waits for 30 seconds before it kills. */
const ending = new AbortController();
for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => ending.abort());

commandLine(process.argv.slice(2), {
  environment: process.env,
  print: (text) => process.stdout.write(text),
  warn: (text) => process.stderr.write(text),
  clock: { now: () => new Date(), sleep: (milliseconds) => sleep(milliseconds) },
  connect: (run) => {
    const { azureConnections } = require("../azure") as typeof import("../azure");
    return azureConnections(run);
  },
  ending: ending.signal,
})
  .parseAsync()
  .catch((error: unknown) => {
    const { code, says } = endingOf(error);
    process.stderr.write(says);
    process.exitCode = code;
  })
  .finally(leave);

/**
 * Ends once everything is written, though an SDK has a connection or a timer left: what they do is over, and a job is
 * paid for by the second.
 */
function leave(): void {
  process.stdout.write("", () => process.stderr.write("", () => setTimeout(() => process.exit(), 500).unref()));
}
