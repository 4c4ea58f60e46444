import {
  deadLinkRemarks,
  readRunbookPage,
  reviewDue,
  reviewLateBy,
  runbookFolderRemarks,
} from "@ringfence/core/runbooks";

const above = `id: disk-full
title: The disk is full
kind: incident
severity: Sev2
owner: platform engineer
alerts:
  - disk-full
steps:
  - title: Look
    action: manual
  - title: Start the clean-up
    action: start-job
verification:
  in: logs
  query: |
    Usage
    | summarize Rows = count()
    | extend Over = Rows > 0
lastExercised:
  how: drill
  on: 2026-09-01
reviewed: 2026-06-01
reviewEveryDays: 180
`;
const sections = ["Meaning", "Impact", "Diagnosis", "Mitigation", "Escalation", "Verification"];
const below = `# The disk is full\n${sections.map((section) => `\n## ${section}\n\nSomething true.\n`).join("")}`;
const page = (front = above, body = below, id = "disk-full") => readRunbookPage(id, `---\n${front}---\n\n${body}`);
const problemsOf = (front: string, body?: string) =>
  page(front, body).problems.map(({ path, problem }) => `${path}: ${problem}`);
const today = new Date("2026-11-21T12:00:00Z");

test("a page in order has its front matter, its body and no problem", () => {
  const { frontMatter, body, problems } = page();
  expect(problems).toEqual([]);
  expect(frontMatter).toMatchObject({ id: "disk-full", steps: [{ action: "manual" }, { action: "start-job" }] });
  expect(body.trim().startsWith("# The disk is full")).toBe(true);
  expect(page(above.replaceAll("\n", "\r\n")).problems).toEqual([]);
});

test.each([
  [/severity: Sev2/, "severity: Sev9", 'severity: "Sev9" is not one of Sev0, Sev1, Sev2, Sev3, Sev4'],
  [/owner: .*\n/, "", "owner: missing"],
  [
    / {4}action: start-job/,
    "    action: reboot-world",
    /^steps\[1\]\.action: "reboot-world" is not one of manual, .*start-job/,
  ],
  [/steps:[\s\S]*verification/, "steps: []\nverification", "steps: not a list of steps, each with title and action"],
  [/alerts:\n {2}- disk-full/, "alerts: disk-full", "alerts: not a list of alert ids; [] if no alert leads here"],
  [/in: logs/, "in: excel", 'verification.in: "excel" is not one of logs, resource-graph'],
  [/how: drill/, "how: never", "lastExercised.on: a day, though it was never exercised"],
  [/ {2}on: 2026-09-01\n/, "", "lastExercised.on: missing"],
  [/reviewed: 2026-06-01/, "reviewed: 2026-02-30", 'reviewed: "2026-02-30" is not a day as YYYY-MM-DD'],
  [/reviewEveryDays: 180/, "reviewEveryDays: 0", "reviewEveryDays: 0 is not a number of days from 1 to 366"],
  [/reviewEveryDays: 180/, "reviewEveryDays: 180\ncolour: red", "colour: not a key of a runbook"],
])("front matter with %s as %j is told", (from, to, problem) => {
  const problems = problemsOf(above.replace(from, to));
  expect(problems).toEqual([typeof problem === "string" ? problem : expect.stringMatching(problem)]);
});

test("all mistakes are told at once, and a playbook owes its reach, its approval and its inverse", () => {
  expect(problemsOf(above.replace("kind: incident", "kind: playbook").replace("Sev2", "high"))).toEqual([
    expect.stringMatching(/^severity: "high"/),
    "blastRadius: missing",
    "approvedBy: missing",
    "inverse: missing",
  ]);
});

test("no front matter, and front matter that is no YAML, are told and not thrown", () => {
  expect(readRunbookPage("x", "# Hello").problems).toEqual([
    { path: "front matter", problem: "missing; YAML between two lines of ---" },
  ]);
  expect(problemsOf("id: [\n")[0]).toMatch(/^front matter: not YAML: /);
});

test("a page whose name is not its file's is told, since alerts link to files", () => {
  expect(page(above, below, "disk-empty").problems).toEqual([
    { path: "id", problem: '"disk-full", but the file is disk-empty.md, and alerts link to files' },
  ]);
});

test.each([
  [
    below.replace("## Impact", "## Effect"),
    ['has no heading "## Impact"', 'has a heading "## Effect", which is no section'],
  ],
  [below.replace("## Impact\n\nSomething true.", "## Impact"), ['nothing stands under "Impact"']],
  [`${below}\n## Meaning\n\nAgain.\n`, ["its sections are not in order"]],
  [below.replace("# The disk is full", "# Full"), ['has no heading "# The disk is full"', 'has a heading "# Full"']],
])("a body whose sections are not a page's is told", (body, expected) => {
  const problems = problemsOf(above, body);
  expect(problems).toHaveLength(expected.length);
  for (const [index, part] of expected.entries()) expect(problems[index]).toContain(part);
});

test("a comment in a block of shell is no heading", () => {
  expect(problemsOf(above, below.replace("Something true.", "```bash\n# look\naz login\n```"))).toEqual([]);
});

test.each([
  ["2026-11-27T00:00:00Z", -1],
  ["2026-11-28T23:59:59Z", 0],
  ["2026-11-29T00:00:00Z", 1],
  ["2027-11-28T00:00:00Z", 365],
])("a page read on 1 June 2026 is due on 28 November; on %s it is late by %i days", (day, late) => {
  const { frontMatter } = page();
  if (frontMatter === undefined) throw new Error("the page is in order");
  expect(reviewDue(frontMatter)).toBe("2026-11-28");
  expect(reviewLateBy(frontMatter, new Date(day))).toBe(late);
});

test("a folder tells of dead links from alerts and pages, alerts not named, late reviews and pages never tried", () => {
  const other = page(
    above.replace(/disk-full/g, "other").replace("how: drill\n  on: 2026-09-01", "how: never"),
    below.replace("Something true.", "See [gone](gone.md), [disk](disk-full.md) and [web](https://x.example/y.md)."),
    "other",
  );
  const links = [
    { from: "disk-full", runbook: "disk-full" },
    { from: "disk-nearly-full", runbook: "disk-full" },
    { from: "cpu-full", runbook: "cpu-full" },
    { from: "other", runbook: "other" },
  ];
  const texts = runbookFolderRemarks([page(), other], links, new Date("2026-11-30T00:00:00Z")).map(
    (remark) => `${remark.kind} ${remark.page}: ${remark.text}`,
  );
  expect(texts).toEqual([
    "mistake cpu-full: no such page, and cpu-full leads to it",
    "warning disk-full: alerts: disk-nearly-full leads here and is not in the list",
    "warning disk-full: reviewed: 2026-06-01; its review is 2 days late",
    "mistake other: links to gone.md, which is not there",
    "warning other: reviewed: 2026-06-01; its review is 2 days late",
    "warning other: lastExercised: never; plan a drill",
  ]);
  expect(runbookFolderRemarks([page()], links.slice(0, 1), today)).toEqual([]);
  expect(deadLinkRemarks([], links)).toHaveLength(4);
});
