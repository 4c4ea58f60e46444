import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { RehearsalDocument } from "../../document";
import { githubAnnotations, junitReport, pullRequestComment, sarifLog, writeReport } from "../../report";
import { takesColours, terminalSummary } from "../../report/terminal";
import { type RehearsalView, viewOf } from "../../report/view";
import { exitCodeOf, failingOn } from "./exit-code";
import type { OutputFlags } from "./flags";

/** Says what was found, writes the files that were asked for, and sets the exit code. */
export function deliver(document: RehearsalDocument, flags: OutputFlags): void {
  const view = viewOf(document);
  const out = flags.json === "-" ? process.stderr : process.stdout;
  const columns = out.columns ?? 100;
  out.write(
    terminalSummary(view, { colours: takesColours(out), columns, undetermined: flags.showUndetermined ?? false }),
  );
  const failing = failingOn(view, flags.failOn);
  if (failing !== undefined) out.write(`${failing}\n`);
  if (flags.json === "-") process.stdout.write(asJson(document));
  const written = writeFiles(document, view, flags);
  if (written.length > 0) out.write(`\n${written.map(([kind, file]) => `${kind.padEnd(10)}${file}\n`).join("")}`);
  if (flags.github) out.write(githubAnnotations(view));
  process.exitCode = exitCodeOf(view, flags.failOn);
}

/** Writes the files that were asked for; gives what each is and where it lies. */
function writeFiles(
  document: RehearsalDocument,
  view: RehearsalView,
  { json, report, sarif, sarifPasses, junit, markdown }: OutputFlags,
): [kind: string, file: string][] {
  const written: [string, string][] = [];
  const write = (kind: string, file: string | undefined, text: () => string) => {
    if (file === undefined) return;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text());
    written.push([kind, file]);
  };
  write("JSON", json === "-" ? undefined : json, () => asJson(document));
  write("SARIF", sarif, () => asJson(sarifLog(view, { passes: sarifPasses })));
  write("JUnit", junit, () => junitReport(view));
  write("Markdown", markdown, () => pullRequestComment(view));
  if (report !== undefined) {
    const files = writeReport(document, report);
    written.push(["Report", files.page], ["Markdown", files.markdown], ["JSON", files.json]);
  }
  return written;
}

function asJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
