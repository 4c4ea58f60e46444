import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { alerts, alertsServedBy } from "@ringfence/core/alerts";
import { RunbookId, runbooks, runbookUrl } from "@ringfence/core/runbooks";
import { parse } from "yaml";

const folder = join(__dirname, "../../../../runbooks");
const files = readdirSync(folder).filter((file) => file.endsWith(".md"));
const rows = Object.values(runbooks);
const sections = ["Meaning", "Impact", "Diagnosis", "Mitigation", "Escalation", "Verification"];

function read(id: string): { frontMatter: unknown; body: string } {
  const text = readFileSync(join(folder, `${id}.md`), "utf8");
  const [, frontMatter = "", body = ""] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? [];
  return { frontMatter: parse(frontMatter), body };
}

test("every runbook has its file, and every file its row", () => {
  expect(files.sort()).toEqual(rows.map(({ id }) => `${id}.md`).sort());
  expect(Object.values(RunbookId).sort()).toEqual(rows.map(({ id }) => id).sort());
});

test("every alert's runbook is one of them", () => {
  for (const { id, runbook } of Object.values(alerts)) expect([id, runbooks[runbook]?.id]).toEqual([id, runbook]);
});

describe.each(rows)("$id", ({ id, title, severity, owner, openedBy }) => {
  const { frontMatter, body } = read(id);

  test("its front matter says what its row and the alerts say", () => {
    expect(frontMatter).toEqual({ id, title, severity, owner, alerts: alertsServedBy(id).map((alert) => alert.id) });
  });

  test("is as urgent as the most urgent of its alerts in prod", () => {
    const urgencies = alertsServedBy(id).map((alert) => alert.severity.prod);
    if (openedBy === "") expect(urgencies.sort()[0]).toBe(severity);
  });

  test("has its title and all sections, in order, none empty", () => {
    const headings = [...body.matchAll(/^(#+) (.+)$/gm)].map(([, level, heading]) => [level, heading]);
    expect(headings).toEqual([["#", title], ...sections.map((section) => ["##", section])]);
    for (const section of sections) expect(sectionOf(body, section).length).toBeGreaterThan(60);
  });

  test("says what to type to find the cause, and what to see when it is over", () => {
    expect(sectionOf(body, "Diagnosis")).toMatch(/```(bash|kusto)\n/);
    expect(sectionOf(body, "Verification")).toMatch(/```(bash|kusto)\n|[Ss]tep \d/);
  });

  test("asks the activity log itself, which a workspace has only where somebody exports it", () => {
    expect(body).not.toContain("AzureActivity");
  });

  test("links only to runbooks that exist", () => {
    for (const [, target] of body.matchAll(/\]\(([a-z-]+\.md)\)/g)) expect(files).toContain(target);
  });

  test("names no command but az, pulumi and a shell's own", () => {
    for (const [, block = ""] of body.matchAll(/```bash\n([\s\S]*?)```/g))
      for (const line of commandsOf(block)) expect(line).toMatch(/^(az |nslookup |[A-Z_]+=|\| (tr|az) )/);
  });
});

function sectionOf(body: string, section: string): string {
  return new RegExp(`^## ${section}\\n([\\s\\S]*?)(?=^## |$(?![\\s\\S]))`, "m").exec(body)?.[1]?.trim() ?? "";
}

/** The commands of a block, with continued lines joined. */
function commandsOf(block: string): string[] {
  const joined = block.replace(/\\\n\s*/g, " ");
  return joined
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

test("a runbook's address is under the base, with or without a slash at its end", () => {
  const url = "https://git.contoso.example/claims/runbooks/job-failed.md";
  expect(runbookUrl("https://git.contoso.example/claims/runbooks", RunbookId.JobFailed)).toBe(url);
  expect(runbookUrl("https://git.contoso.example/claims/runbooks/", RunbookId.JobFailed)).toBe(url);
});
