import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { RehearsalDocument } from "../document";
import { reportPage } from "./html";
import { pullRequestComment } from "./markdown";
import { viewOf } from "./view";

/** The files of a report. */
export interface WrittenReport {
  /** The page for people. */
  page: string;
  /** The comment for a pull request. */
  markdown: string;
  /** Everything, for programs. */
  json: string;
}

/** Writes `index.html`, `summary.md` and `rehearsal.json` into a folder, which is made where it is missing. */
export function writeReport(document: RehearsalDocument, directory: string): WrittenReport {
  const written = {
    page: join(directory, "index.html"),
    markdown: join(directory, "summary.md"),
    json: join(directory, "rehearsal.json"),
  };
  mkdirSync(directory, { recursive: true });
  writeFileSync(written.page, reportPage(document));
  writeFileSync(written.markdown, pullRequestComment(viewOf(document)));
  writeFileSync(written.json, `${JSON.stringify(document, null, 2)}\n`);
  return written;
}
