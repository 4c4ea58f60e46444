import type { RehearsalDocument } from "../../src/document";
import { junitReport, pullRequestComment, reportPage, sarifLog, viewOf } from "../../src/report";
import { estate } from "./fixture/estate";
import { parseXml, type XmlElement } from "./junit/parse-xml";

type Counts = Record<"pass" | "fail" | "waived" | "undetermined" | "not-applicable", number>;

const none: Counts = { pass: 0, fail: 0, waived: 0, undetermined: 0, "not-applicable": 0 };

function fromDocument({ stacks }: RehearsalDocument): Counts {
  const counts = { ...none };
  for (const { verdicts } of stacks) for (const { outcome } of verdicts) counts[outcome]++;
  return counts;
}

function fromSarif(document: RehearsalDocument): Counts {
  const counts = { ...none };
  for (const { kind, suppressions, ruleId } of sarifLog(viewOf(document), { passes: true }).runs[0]?.results ?? []) {
    if (ruleId === "refused-by-azure") continue;
    if (kind === "pass") counts.pass++;
    if (kind === "fail") counts[suppressions ? "waived" : "fail"]++;
    if (kind === "open") counts.undetermined++;
    if (kind === "notApplicable") counts["not-applicable"]++;
  }
  return counts;
}

function fromJunit(document: RehearsalDocument): Counts {
  const counts = { ...none };
  const suites = parseXml(junitReport(viewOf(document))).children.filter(
    ({ attributes }) => !attributes.name?.endsWith(" / program"),
  );
  const cases = suites.flatMap(({ children }) => children.filter(({ name }) => name === "testcase"));
  const reasonOf = ({ children }: XmlElement) => children.find(({ name }) => name === "skipped")?.attributes.message;
  for (const one of cases) {
    const reason = reasonOf(one);
    if (one.children.some(({ name }) => name === "failure")) counts.fail++;
    else if (reason === undefined) counts.pass++;
    else if (reason.startsWith("Waived ")) counts.waived++;
    else if (reason.startsWith("Undetermined: ")) counts.undetermined++;
    else if (reason.startsWith("Not applicable: ")) counts["not-applicable"]++;
  }
  return counts;
}

/** Adds up the rows of a table of numbers with a column for each stack. */
function fromRows(row: (label: string) => readonly string[]): Counts {
  const sum = (label: string) => row(label).reduce((total, cell) => total + Number(cell.replace(/\D/g, "")), 0);
  return {
    pass: sum("Checks passed"),
    fail: sum("Mandatory violations") + sum("Advisory violations"),
    waived: sum("Waived"),
    undetermined: sum("Undetermined"),
    "not-applicable": sum("Not applicable"),
  };
}

function fromMarkdown(document: RehearsalDocument): Counts {
  const lines = pullRequestComment(viewOf(document)).split("\n");
  return fromRows(
    (label) =>
      lines
        .find((line) => line.startsWith(`| ${label} |`))
        ?.split("|")
        .slice(2, -1) ?? [],
  );
}

function fromHtml(document: RehearsalDocument): Counts {
  const page = reportPage(document);
  return fromRows((label) => {
    const row = page.split("<tr ").find((part) => part.includes(`scope="row">${label}</th>`)) ?? "";
    return [...row.matchAll(/<td[^>]*>([\s\S]*?)<\/td>/g)].map(([, cell = ""]) => cell.replace(/<[^>]*>/g, ""));
  });
}

test.each([
  ["clear", estate()],
  ["blocked", estate({ bad: true })],
])("SARIF, JUnit, Markdown, HTML and the document of a %s run count the same", (_, document) => {
  const counts = fromDocument(document);
  for (const count of Object.values(counts)) expect(count).toBeGreaterThan(0);
  expect(sarifLog(viewOf(document)).runs[0]?.properties?.counts).toEqual(counts);
  expect({
    sarif: fromSarif(document),
    junit: fromJunit(document),
    markdown: fromMarkdown(document),
    html: fromHtml(document),
  }).toEqual({ sarif: counts, junit: counts, markdown: counts, html: counts });
});
