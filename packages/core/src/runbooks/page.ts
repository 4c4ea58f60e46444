import { parseDocument } from "yaml";
import type { Problem } from "../problems";
import type { RunbookFrontMatter } from "./front-matter";
import { frontMatterProblems } from "./front-matter-problems";
import { bodyProblems } from "./sections";

/** A runbook as it is read: what stands above it, if that is right, and the Markdown below. */
export interface RunbookPage {
  /** The file's name without `.md`. */
  id: string;
  /** Absent where `problems` says what is wrong with it. */
  frontMatter?: RunbookFrontMatter;
  body: string;
  /** Everything wrong with this page alone. */
  problems: Problem[];
}

const PARTS = /^---\r?\n([\s\S]*?)\r?\n---\r?\n([\s\S]*)$/;

/** Reads one page. It never throws: what is wrong with the page is in its `problems`. */
export function readRunbookPage(id: string, text: string): RunbookPage {
  const [, above = "", body = text] = PARTS.exec(text) ?? [];
  const document = parseDocument(above);
  const [broken] = document.errors;
  if (broken !== undefined) {
    const problem = `not YAML: ${broken.message.split("\n", 1)[0]}`;
    return { id, body, problems: [{ path: "front matter", problem }] };
  }
  const given: unknown = document.toJS();
  const problems = frontMatterProblems(given);
  if (problems.length > 0) return { id, body, problems };
  const frontMatter = given as RunbookFrontMatter;
  return { id, frontMatter, body, problems: [...nameProblems(id, frontMatter), ...bodyProblems(frontMatter, body)] };
}

function nameProblems(id: string, frontMatter: RunbookFrontMatter): Problem[] {
  if (frontMatter.id === id) return [];
  return [{ path: "id", problem: `"${frontMatter.id}", but the file is ${id}.md, and alerts link to files` }];
}
