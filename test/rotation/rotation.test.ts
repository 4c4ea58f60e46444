import { spawn } from "node:child_process";
import { join } from "node:path";
import { supportedNode } from "../../packages/operations/test/azurite/index.ts";

/** Runs one of this folder's programs, as its npm script does. */
function program(file: string, ...args: string[]): Promise<{ status: number | null; stdout: string; stderr: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(supportedNode(), [join(__dirname, file), ...args], { cwd: join(__dirname, "../..") });
    let [stdout, stderr] = ["", ""];
    child.stdout.on("data", (chunk) => (stdout += chunk));
    child.stderr.on("data", (chunk) => (stderr += chunk));
    child.on("error", reject);
    child.on("close", (status) => resolve({ status, stdout, stderr }));
  });
}

const LONGEST = 10 * 60_000;

test(
  "two workers that are killed again and again renew a key, fail no call of the consumer and leave no value anywhere",
  async () => {
    const { stdout, stderr } = await program("kill-drill.ts", "--kills", "6", "--seed", "7");
    expect(stderr).toBe("");
    const report = JSON.parse(stdout);
    expect(report.kills).toBeGreaterThanOrEqual(6);
    expect(report.calls).toBeGreaterThan(50);
    expect(report.publishedValues).toBe(report.rotations + 1);
    expect(report).toMatchObject({ failedCalls: 0, oldValuesThatStillWork: 0, auditVerified: true, leaks: [] });
  },
  LONGEST,
);

test(
  "the command of every job that the example deploys runs with --dry-run, with the roles it gets, and changes nothing",
  async () => {
    const { stdout, stderr } = await program("dry-runs.ts");
    expect(stderr).toBe("");
    const reports: { command: string[]; trigger: string; cron?: string; log: string; refused: string[] }[] =
      JSON.parse(stdout);
    expect(reports.map(({ command, trigger }) => [...command, trigger])).toEqual([
      ["ringfence-operations", "sweep-secrets", "Schedule"],
      ["ringfence-operations", "rotate", "Event"],
      ["ringfence-operations", "evaluate-levels", "Schedule"],
      ["ringfence-operations", "route-incidents", "Schedule"],
    ]);
    for (const report of reports) expect(report).toMatchObject({ status: 0, writes: [], refused: [] });
  },
  LONGEST,
);

test(
  "the demonstration renews a key under load through a crash, revokes it, and verifies the audit",
  async () => {
    const { status, stdout, stderr } = await program("demo.ts");
    expect(stderr).toBe("");
    expect(stdout).toContain("the leaked key is refused by the service");
    expect(stdout).toContain("the audit is whole");
    expect(status).toBe(0);
  },
  LONGEST,
);
