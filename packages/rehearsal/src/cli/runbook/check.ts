import { readFileSync } from "node:fs";
import { deadLinkRemarks, type RunbookRemark, runbookFolderRemarks } from "@ringfence/core/runbooks";
import type { RehearsalDocument } from "../../document";
import { UsageError } from "../../engine/usage-error";
import { counted } from "../../report/view/wording";
import { catalogueLinks, programLinks } from "./links";
import { pagesIn } from "./pages";

/** What a check found: what to print, and whether it stops. */
export interface CheckResult {
  text: string;
  failed: boolean;
}

/** Checks the pages of a folder on a day: for the catalogue's alerts, and for those of a program where one is given. */
export function checkFolder(folder: string, documentFile: string | undefined, today: Date): CheckResult {
  const program = documentFile === undefined ? { links: [], without: [] } : programLinks(documentIn(documentFile));
  const pages = pagesIn(folder);
  const remarks = [
    ...program.without.map(
      (from): RunbookRemark => ({
        kind: "mistake",
        page: "",
        text: `${from}: this alert links no runbook`,
      }),
    ),
    ...runbookFolderRemarks(pages, catalogueLinks(), today),
    ...deadLinkRemarks(pages, program.links),
  ];
  const mistakes = remarks.filter(({ kind }) => kind === "mistake");
  const lines = remarks.map((remark) => lineOf(folder, remark));
  const sum = [
    `${folder}: ${counted(pages.length, "runbook")}`,
    mistakes.length > 0 ? counted(mistakes.length, "mistake") : "all in order",
    ...(remarks.length > mistakes.length ? [counted(remarks.length - mistakes.length, "warning")] : []),
  ].join(", ");
  const failed = mistakes.length > 0;
  return { text: [...lines, `${failed ? "✗" : "✓"} ${sum}`, ""].join("\n"), failed };
}

function lineOf(folder: string, { kind, page, text }: RunbookRemark): string {
  const where = page === "" ? "" : `${folder}/${page}.md: `;
  return `${where}${kind === "mistake" ? "error" : "warning"}: ${text}`;
}

function documentIn(file: string): RehearsalDocument {
  try {
    const document = JSON.parse(readFileSync(file, "utf8")) as Partial<RehearsalDocument> | null;
    if (Array.isArray(document?.stacks)) return document as RehearsalDocument;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new UsageError(`${file} is not what \`ringfence rehearse --json\` writes`);
}
