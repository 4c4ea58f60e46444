import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ReplayDocument } from "@ringfence/rehearsal/replay";
import { excerpt } from "./readme-excerpt";
import { ringfence } from "./ringfence";

/** Lines are folded to the width of the output. */
const unfolded = (text: string) => text.replace(/\s+/g, " ");

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "replay-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

test("the example's alerts in prod see every incident in time and are quiet otherwise", async () => {
  const report = join(folder, "good");
  const { status, stdout } = await ringfence("replay", "examples/claims-assistant", "--report", report);
  expect(unfolded(stdout)).toMatch(
    /✓ Every incident is seen .*: all \d+ of \d+ ✓ At most 1 false page in a quiet month: \d\.\d a month/,
  );
  expect(excerpt("replay")).toHaveLength(2);
  for (const line of excerpt("replay")) expect(unfolded(stdout)).toContain(unfolded(line.trim()));
  expect(status).toBe(0);
  const document = JSON.parse(readFileSync(join(report, "replay.json"), "utf8")) as ReplayDocument;
  expect(document).toMatchObject({ version: 1, project: "claims-assistant", stack: "prod", ring: "prod" });
  expect(document.incidents.filter(({ severity, by }) => severity <= "Sev1" && by?.pages !== true)).toEqual([]);
  for (const { reason } of document.notReplayed) expect(reason.length).toBeGreaterThan(10);
  expect(readFileSync(join(report, "index.html"), "utf8").match(/<svg class="chart"/g)).toHaveLength(
    document.incidents.length,
  );
}, 600_000);

test("a deliberately bad threshold is shown as such, and ends with 1", async () => {
  const { status, stdout } = await ringfence(
    ...["replay", "examples/claims-assistant", "--no-report", "--days", "14"],
    ...["--override", "model-callers-turned-away=100000", "--override", "model-unavailable=100"],
  );
  expect(stdout).toMatch(/model-callers-turned-away +Sev1 page +0 +0 +never fired/);
  expect(stdout).toMatch(/✗ {2}At most 1 false page in a quiet month: \d+\.\d a month\n/);
  expect(status).toBe(1);
}, 600_000);
