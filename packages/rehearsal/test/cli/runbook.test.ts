import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { RunbookId } from "@ringfence/core/runbooks";
import { checkFolder } from "../../src/cli/runbook/check";
import { findPage } from "../../src/cli/runbook/find-page";
import { listOf } from "../../src/cli/runbook/list";
import { nearest } from "../../src/cli/runbook/nearest";
import { pagesIn, shippedFolder } from "../../src/cli/runbook/pages";
import { ringfence } from "./run-cli";

const shipped = join(__dirname, "../../../../runbooks");
const today = new Date("2026-11-21T12:00:00Z");

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "runbooks-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

test("prints the page of a runbook, and of an alert that leads to it", () => {
  const page = readFileSync(join(shipped, "quota-exhaustion.md"), "utf8");
  for (const id of ["quota-exhaustion", "model-callers-turned-away"])
    expect(ringfence("runbook", id)).toEqual({ status: 0, stdout: page, stderr: "" });
});

test("the alerts of a program's objectives lead to the page of a burning budget", () => {
  for (const id of ["burn-page-quick", "burn-page-slow", "burn-ticket-quick", "burn-ticket-slow"])
    expect(findPage(pagesIn(shipped), id).id).toBe("error-budget-burn");
});

test("a typing error ends with exit code 2 and the names that may have been meant", () => {
  expect(ringfence("runbook", "quota-exhaution")).toEqual({
    status: 2,
    stdout: "",
    stderr: 'ringfence: no runbook and no alert is called "quota-exhaution"; did you mean quota-exhaustion?\n',
  });
  expect(ringfence("runbook", "zzzzzzzz").stderr).toContain("`ringfence runbook` lists all");
});

test.each([
  ["quota", ["quota-exhaustion"]],
  ["serach-slow", ["search-slow"]],
  ["job", ["job-failed", "job-not-run"]],
  ["nothing-like-it", []],
])("near %s are %j", (typed, near) => {
  expect(nearest(typed, ["quota-exhaustion", "search-slow", "job-not-run", "job-failed"])).toEqual(near);
});

test("lists every runbook with its severity and the day of its review, and says how many were never tried", () => {
  const text = listOf(pagesIn(shipped), today);
  for (const id of Object.values(RunbookId)) expect(text).toMatch(new RegExp(`^${id} +Sev\\d  review by \\d{4}-`, "m"));
  expect(text).toMatch(/\n\d+ runbooks; \d+ never exercised\n$/);
  expect(listOf(pagesIn(shipped), new Date("2027-12-01T00:00:00Z"))).toMatch(/review \d+ days late/);
});

test("a page of one's own goes before the shipped one, and the others are still there", () => {
  const own = readFileSync(join(shipped, "job-failed.md"), "utf8").replace("\n## Meaning", "\n## Meaning\n\nOurs.");
  writeFileSync(join(folder, "job-failed.md"), own);
  expect(ringfence("runbook", "job-failed", "--folder", folder).stdout).toBe(own);
  expect(ringfence("runbook", "job-not-run", "--folder", folder).stdout).toContain("id: job-not-run");
});

test("init copies every page once and leaves what is there alone; the copy is in order", () => {
  writeFileSync(join(folder, "job-failed.md"), "mine");
  const { status, stdout } = ringfence("runbook", "init", folder);
  expect([status, stdout]).toEqual([0, expect.stringContaining("kept what was there already (1 file)")]);
  expect(readdirSync(folder).sort()).toEqual(readdirSync(shippedFolder()).sort());
  expect(readFileSync(join(folder, "job-failed.md"), "utf8")).toBe("mine");
  const check = ringfence("runbook", "--check", "--folder", folder);
  expect(check.status).toBe(1);
  expect(check.stdout).toContain(`${folder}/job-failed.md: error: front matter: missing`);
});

test("our own folder is in order for every alert of the catalogue", () => {
  const { text, failed } = checkFolder(shipped, undefined, today);
  expect(failed).toBe(false);
  expect(text).toMatch(/✓ .*: \d+ runbooks, all in order, \d+ warnings\n$/);
});

test("a review that is late is a warning, on a later day", () => {
  const { text, failed } = checkFolder(shipped, undefined, new Date("2027-12-01T00:00:00Z"));
  expect(failed).toBe(false);
  expect(text).toMatch(/quota-exhaustion\.md: warning: reviewed: \d{4}-\d\d-\d\d; its review is \d+ days late/);
});

test("a page that is gone, while an alert leads to it, fails", () => {
  cpSync(shipped, folder, { recursive: true });
  rmSync(join(folder, "quota-exhaustion.md"));
  const { text, failed } = checkFolder(folder, undefined, today);
  expect(failed).toBe(true);
  expect(text).toContain(
    `${folder}/quota-exhaustion.md: error: no such page, and model-callers-turned-away leads to it\n`,
  );
});

test("with a rehearsal's document, its alerts have to lead to a page, and each to one", () => {
  const alert = (name: string, description: string, type = "azure-native:monitor:MetricAlert") => ({
    type,
    name,
    inputs: { description },
  });
  const resources = [
    alert("good", "Runbook: https://git.example/runbooks/job-failed.md"),
    alert(
      "dead",
      "Runbook: https://git.example/runbooks/no-such-page.md",
      "azure-native:monitor/v20180301:MetricAlert",
    ),
    alert("mute", "Something is wrong"),
    alert("no alert", "Something else", "azure-native:search:Service"),
  ];
  const file = join(folder, "rehearsal.json");
  writeFileSync(file, JSON.stringify({ stacks: [{ stack: "prod", resources }] }));
  const { text, failed } = checkFolder(shipped, file, today);
  expect(failed).toBe(true);
  expect(text.split("\n").filter((line) => line.includes("error: "))).toEqual([
    "error: prod: mute: this alert links no runbook",
    `${shipped}/no-such-page.md: error: no such page, and prod: dead leads to it`,
  ]);
  writeFileSync(file, "{}");
  expect(() => checkFolder(shipped, file, today)).toThrow("is not what `ringfence rehearse --json` writes");
});

test.each([
  [["--check", "job-failed", "--folder", shipped], "--check looks at all runbooks; leave the id out"],
  [["--document", "x.json"], "--document goes with --check"],
  [["--folder", "nowhere-at-all"], "there is no folder nowhere-at-all"],
])("%j is refused with a reason", (args, reason) => {
  expect(ringfence("runbook", ...args)).toEqual({ status: 2, stdout: "", stderr: `ringfence: ${reason}\n` });
});
