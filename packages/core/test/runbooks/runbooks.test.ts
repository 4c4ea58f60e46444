import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { alerts, alertsServedBy } from "@ringfence/core/alerts";
import {
  linkedPages,
  RunbookId,
  RunbookKind,
  readRunbookPage,
  runbookFolderRemarks,
  runbookSections,
  runbooks,
  runbookUrl,
  sectionOf,
} from "@ringfence/core/runbooks";

const folder = join(__dirname, "../../../../runbooks");
const files = readdirSync(folder).filter((file) => file.endsWith(".md"));
const rows = Object.values(runbooks);
const read = (id: string) => readRunbookPage(id, readFileSync(join(folder, `${id}.md`), "utf8"));

test("every runbook has its file, and every file its row", () => {
  expect(files.sort()).toEqual(rows.map(({ id }) => `${id}.md`).sort());
  expect(Object.values(RunbookId).sort()).toEqual(rows.map(({ id }) => id).sort());
});

test("every alert's runbook is one of them", () => {
  for (const { id, runbook } of Object.values(alerts)) expect([id, runbooks[runbook]?.id]).toEqual([id, runbook]);
});

test("the shipped folder is without a mistake on the day it was read", () => {
  const links = Object.values(alerts).map(({ id, runbook }) => ({ from: id, runbook }));
  const remarks = runbookFolderRemarks(
    rows.map(({ id }) => read(id)),
    links,
    new Date("2026-11-21T12:00:00Z"),
  );
  expect(remarks.filter(({ text }) => !text.startsWith("lastExercised: never"))).toEqual([]);
});

describe.each(rows)("$id", ({ id, kind, title, severity, owner, openedBy }) => {
  const { frontMatter, body, problems } = read(id);

  test("its front matter is well formed and says what its row and the alerts say", () => {
    expect(problems).toEqual([]);
    const led = alertsServedBy(id).map((alert) => alert.id);
    expect(frontMatter).toMatchObject({ id, kind, title, severity, owner, alerts: led });
    expect(frontMatter?.reviewEveryDays).toBe(180);
  });

  test("is as urgent as the most urgent of its alerts in prod, or says what else opens it", () => {
    const urgencies = alertsServedBy(id).map((alert) => alert.severity.prod);
    if (openedBy === "") expect(urgencies.sort()[0]).toBe(severity);
    else expect(openedBy.length).toBeGreaterThan(10);
  });

  test("has its title and all sections, in order, none empty", () => {
    for (const section of runbookSections[kind]) expect(sectionOf(body, section).length).toBeGreaterThan(20);
  });

  test("says what each of its alerts means, where there are several", () => {
    const led = alertsServedBy(id).map((alert) => alert.id);
    const explained = (alert: string) =>
      alert === id ||
      body.includes(`\`${alert}\``) ||
      (alert.startsWith("other-model-") && body.includes("`other-model-…`"));
    if (led.length > 1) expect(led.filter((alert) => !explained(alert))).toEqual([]);
  });

  test("begins with what to type, and says what to see when it is over", () => {
    expect(sectionOf(body, "Diagnosis")).toMatch(/```(bash|kusto)\n/);
    expect(sectionOf(body, "Verification")).toMatch(/```(bash|kusto)\n|`pulumi |`ringfence|[Ss]tep \d|query/);
  });

  test("asks the activity log itself, which a workspace has only where somebody exports it", () => {
    expect(body).not.toContain("AzureActivity");
  });

  test("links only to runbooks that exist", () => {
    for (const target of linkedPages(body)) expect(files).toContain(target);
  });
});

test("a playbook says how far it reaches, who says yes and how to go back", () => {
  const playbooks = rows.filter(({ kind }) => kind === RunbookKind.Playbook);
  expect(playbooks.map(({ id }) => id)).toEqual([
    "switch-to-pay-as-you-go",
    "fail-over-region",
    "revert-model",
    "revert-prompt",
    "revert-agent",
    "revoke-secret",
    "stop-automation",
  ]);
  for (const { id } of playbooks)
    expect(read(id).frontMatter).toMatchObject({
      blastRadius: expect.stringMatching(/\w/),
      approvedBy: expect.stringMatching(/\w/),
      inverse: expect.stringMatching(/\w/),
    });
});

test("a runbook's address is under the base, with or without a slash at its end", () => {
  const url = "https://git.contoso.example/claims/runbooks/job-failed.md";
  expect(runbookUrl("https://git.contoso.example/claims/runbooks", RunbookId.JobFailed)).toBe(url);
  expect(runbookUrl("https://git.contoso.example/claims/runbooks/", RunbookId.JobFailed)).toBe(url);
});
