/**
 * One measured process: cdk-nag's AwsSolutions pack over apps of so many buckets, registered as its users register it.
 * Only the time inside the pack's own `validate` counts, so that building and writing the template costs it nothing.
 * Arguments: how many buckets to a stack, and the sizes. Prints the rules, the version and, for each size, the seconds
 * of processor time of every run after a warm-up.
 */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App, Stack, Validations } from "aws-cdk-lib";
import { Bucket, BucketEncryption } from "aws-cdk-lib/aws-s3";
import { AwsSolutionsChecks } from "cdk-nag";

const WARM_UP_SECONDS = 3;
const MEASURED_SECONDS = 3;
const LEAST_RUNS = 5;

class TimedChecks extends AwsSolutionsChecks {
  seconds = 0;
  evaluations = 0;

  validate(context) {
    const start = process.cpuUsage();
    const report = super.validate(context);
    const { user, system } = process.cpuUsage(start);
    this.seconds = (user + system) / 1e6;
    return report;
  }
}

/** Counts what it is asked, which costs time: it is not the pack that is timed. */
class CountedChecks extends TimedChecks {
  applyRule(params) {
    this.evaluations++;
    return super.applyRule(params);
  }
}

function validated(buckets, Checks) {
  const outdir = mkdtempSync(join(tmpdir(), "bench-cdk-nag-"));
  try {
    const app = new App({ outdir, analyticsReporting: false });
    let stack;
    for (let index = 0; index < buckets; index++) {
      if (index % perStack === 0) stack = new Stack(app, `stack-${index / perStack}`);
      new Bucket(stack, `bucket-${index}`, { encryption: BucketEncryption.S3_MANAGED, versioned: true });
    }
    const checks = new Checks(app);
    Validations.of(app).addPlugins(checks);
    try {
      app.synth();
    } catch (error) {
      // Where a rule is broken, which all but the best buckets do, the CDK ends its synthesis so.
      if (error.name !== "ValidationFailed") throw error;
    }
    return checks;
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

const [perStack, ...sizes] = process.argv.slice(2).map(Number);
// What the checks find is written to standard output and makes the process fail; both are beside the point here.
const print = console.log;
for (const stream of ["log", "error", "warn", "info"]) console[stream] = () => undefined;

const rules = validated(10, CountedChecks).evaluations / 10;
const seconds = sizes.map(() => []);
const warmAt = performance.now() + WARM_UP_SECONDS * 1000;
while (performance.now() < warmAt) for (const size of sizes) validated(size, TimedChecks);
const until = performance.now() + MEASURED_SECONDS * 1000;
for (let run = 0; run < LEAST_RUNS || performance.now() < until; run++)
  for (const [index, size] of sizes.entries()) {
    const { seconds: taken } = validated(size, TimedChecks);
    seconds[index].push(taken);
  }
const { version } = JSON.parse(readFileSync(new URL("node_modules/cdk-nag/package.json", import.meta.url), "utf8"));
print(JSON.stringify({ version, rules, seconds }));
process.exit(0);
