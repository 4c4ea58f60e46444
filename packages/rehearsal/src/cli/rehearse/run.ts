import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { RehearsalDocument } from "../../document";
import { rehearse, UsageError } from "../../engine";
import { writeReport } from "../../report";
import { takesColours, terminalSummary } from "../../report/terminal";
import { viewOf } from "../../report/view";
import { showProgress } from "../progress/show-progress";
import { exitCodeOf } from "./exit-code";
import { type RehearseFlags, requestFrom } from "./request";

/** Rehearses and says what was found: numbers and findings on the standard output, files where they were asked for. */
export async function runRehearsal(directory: string, flags: RehearseFlags): Promise<void> {
  const request = requestFrom(directory, flags);
  if ("problems" in request) throw new UsageError(request.problems.join("\n"));
  const progress = showProgress(process.stderr);
  const document = await rehearse({ ...request.options, onProgress: progress.tell }).finally(progress.end);
  const view = viewOf(document);

  const out = flags.json === "-" ? process.stderr : process.stdout;
  const columns = out.columns ?? 100;
  out.write(
    terminalSummary(view, { colours: takesColours(out), columns, undetermined: flags.showUndetermined ?? false }),
  );
  if (flags.json === "-") process.stdout.write(asJson(document));
  const written = writeFiles(document, flags);
  if (written.length > 0) out.write(`\n${written.map(([kind, file]) => `${kind.padEnd(10)}${file}\n`).join("")}`);
  process.exitCode = exitCodeOf(view);
}

/** Writes the files that were asked for; gives what each is and where it lies. */
function writeFiles(document: RehearsalDocument, { json, report }: RehearseFlags): [kind: string, file: string][] {
  const written: [string, string][] = [];
  if (json !== undefined && json !== "-") {
    mkdirSync(dirname(json), { recursive: true });
    writeFileSync(json, asJson(document));
    written.push(["JSON", json]);
  }
  if (report !== undefined) {
    const files = writeReport(document, report);
    written.push(["Report", files.page], ["Markdown", files.markdown], ["JSON", files.json]);
  }
  return written;
}

function asJson(document: RehearsalDocument): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}
