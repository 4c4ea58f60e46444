import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { RehearsalDocument } from "../../src/document";
import { packs, programs, ringfence } from "./run-cli";

jest.setTimeout(300_000);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "ringfence-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

test("a program that can be deployed ends with 0; the document goes to the standard output and words to the other", () => {
  const { status, stdout, stderr } = ringfence("rehearse", `${programs}/judged`, "--json", "-");
  expect(status).toBe(0);
  const document = JSON.parse(stdout) as RehearsalDocument;
  expect(document).toMatchObject({ version: 1, project: "judged" });
  expect(document.stacks.map(({ stack, mode }) => [stack, mode])).toEqual([["dev", "preview"]]);
  expect(stderr).toContain("✓ dev can be deployed\n");
});

test("a mandatory violation ends with 1 and names rule, resource and fix", () => {
  const { status, stdout, stderr } = ringfence("rehearse", `${programs}/judged`, "--policy-pack", `${packs}/judge`);
  expect(status).toBe(1);
  expect(stdout).toContain(
    [
      "✗ high owner (judge)",
      "  Things have an owner",
      "  base · echo:Thing · mandatory",
      "    urn:pulumi:dev::judged::echo:index:Thing::base",
      "    It names none.",
    ].join("\n"),
  );
  expect(stdout).toContain("  Fix: Add owner.\n  https://example.com/owner\n");
  expect(stdout).toContain("✗ dev cannot be deployed\n");
  expect(stderr).toMatch(/^rehearsed dev: \d+ resources, \d+ violations, [\d.]+ s\n$/);
});

test("a program's error ends with 2 and shows the program's own stack trace once", () => {
  const { status, stdout } = ringfence("rehearse", `${programs}/failing`, "--config", "how=throw");
  expect(status).toBe(2);
  expect(stdout).toMatch(
    /✗ the program stopped · dev\n[\s\S]*Error: the region is missing\n\s+at .*failing\/index\.js:\d+/,
  );
  expect(stdout.match(/the region is missing/g)).toHaveLength(1);
});

test("in a pipe nothing steers a terminal", () => {
  const { stdout, stderr } = ringfence("rehearse", `${programs}/judged`, "--policy-pack", `${packs}/judge`);
  expect(stdout + stderr).not.toContain("\u001b");
});

test("--report and --json write their files and say where, and no secret is in any of them", () => {
  const report = join(folder, "deep/report");
  const json = join(folder, "other/all.json");
  const { status, stdout, stderr } = ringfence(
    ...["rehearse", `${programs}/secrets`, "--config", "refuse=true", "--mode", "up", "--twice"],
    ...["--report", report, "--json", json],
  );
  expect(status).toBe(0);
  expect(readdirSync(report).sort()).toEqual(["index.html", "rehearsal.json", "summary.md"]);
  for (const file of [join(report, "index.html"), join(report, "summary.md"), join(report, "rehearsal.json"), json])
    expect(stdout).toContain(`${file}\n`);
  const written = readdirSync(report).map((file) => readFileSync(join(report, file), "utf8"));
  const all = [stdout, stderr, readFileSync(json, "utf8"), ...written].join("\n");
  expect(all).not.toContain("hunter2");
  expect(all).toContain("[secret]");
  expect(stdout).toContain("Second pass");
});
