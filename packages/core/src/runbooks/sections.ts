import type { Problem } from "../problems";
import type { RunbookFrontMatter } from "./front-matter";
import { RunbookKind } from "./runbook";

/** The sections of a page of each kind, in the order in which somebody in a hurry needs them. */
export const runbookSections: Readonly<Record<RunbookKind, readonly string[]>> = {
  [RunbookKind.Incident]: ["Meaning", "Impact", "Diagnosis", "Mitigation", "Escalation", "Verification"],
  [RunbookKind.Playbook]: ["Meaning", "Impact", "Diagnosis", "Mitigation", "Way back", "Escalation", "Verification"],
};

/** The text of one section, without its heading; empty where there is none. */
export function sectionOf(body: string, section: string): string {
  const lines = body.split("\n");
  const marks = headings(body).filter(({ level }) => level <= 2);
  const at = marks.findIndex(({ level, text }) => level === 2 && text === section);
  const from = marks[at];
  return from === undefined
    ? ""
    : lines
        .slice(from.line + 1, marks[at + 1]?.line)
        .join("\n")
        .trim();
}

/** The pages that a page links to, as the links name them: `job-failed.md`. */
export function linkedPages(body: string): string[] {
  return [...body.matchAll(/\]\((?!https?:|#)([^)\s#]+\.md)(?:#[^)]*)?\)/g)].map(([, target = ""]) => target);
}

/** What is wrong with a page's Markdown: its headings have to be its title and its kind's sections, none empty. */
export function bodyProblems({ title, kind }: RunbookFrontMatter, body: string): Problem[] {
  const found = headings(body).map(({ level, text }) => `${"#".repeat(level)} ${text}`);
  const wanted = [`# ${title}`, ...runbookSections[kind].map((section) => `## ${section}`)];
  const absent = wanted.filter((heading) => !found.includes(heading));
  const strange = found.filter((heading) => !wanted.includes(heading) && !heading.startsWith("###"));
  const order = found.filter((heading) => wanted.includes(heading)).join() === wanted.join();
  return [
    ...absent.map((heading) => ({ path: "body", problem: `has no heading "${heading}"` })),
    ...strange.map((heading) => ({
      path: "body",
      problem: `has a heading "${heading}", which is no section of a ${kind}`,
    })),
    ...(absent.length === 0 && !order
      ? [{ path: "body", problem: `its sections are not in order, each once: ${runbookSections[kind].join(", ")}` }]
      : []),
    ...runbookSections[kind]
      .filter((section) => found.includes(`## ${section}`) && sectionOf(body, section) === "")
      .map((section) => ({ path: "body", problem: `nothing stands under "${section}"` })),
  ];
}

interface Heading {
  level: number;
  text: string;
  /** The line's number, from 0. */
  line: number;
}

/** A shell's comment in a block of code looks like a heading and is none. */
function headings(body: string): Heading[] {
  let fenced = false;
  return body.split("\n").flatMap((line, number) => {
    if (/^\s*```/.test(line)) fenced = !fenced;
    const [, marks, text] = fenced ? [] : (/^(#+) (.+?)\s*$/.exec(line) ?? []);
    return marks === undefined || text === undefined ? [] : [{ level: marks.length, text, line: number }];
  });
}
