import "./moving-clock.ts";
import { run } from "./run.ts";
import { openStage } from "./stage.ts";

// Runs the command of every job that the example deploys with --dry-run, and says as JSON what came of it, and which
// calls that change something it made.
const stage = await openStage();
const reports = [];
for (const job of stage.jobs) {
  stage.door.control.calls.clear();
  const { status, stdout, stderr } = await run(stage, job, [...job.command.slice(1), "--dry-run", "--json"]);
  const writes = stage.door.calls.filter(({ method, path }) => method !== "GET" && !/\/(listKeys|query)$/i.test(path));
  reports.push({
    job: job.name,
    command: job.command,
    trigger: job.trigger,
    cron: job.cron,
    status,
    report: stdout,
    log: stderr,
    writes: writes.map(({ method, path }) => `${method} ${path}`),
    refused: stage.door.calls
      .filter((call) => call.status === 403)
      .map(({ action, dataAction }) => dataAction ?? action),
  });
}
process.stdout.write(`${JSON.stringify(reports, undefined, 2)}\n`);
await stage.close();
