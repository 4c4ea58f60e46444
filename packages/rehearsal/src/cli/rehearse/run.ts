import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
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
  const json = `${JSON.stringify(document, null, 2)}\n`;
  if (flags.json === "-") process.stdout.write(json);
  else if (flags.json !== undefined) {
    mkdirSync(dirname(flags.json), { recursive: true });
    writeFileSync(flags.json, json);
    out.write(`\nJSON      ${flags.json}\n`);
  }
  if (flags.report !== undefined) {
    const written = writeReport(document, flags.report);
    out.write(`\nReport    ${written.page}\nMarkdown  ${written.markdown}\nJSON      ${written.json}\n`);
  }
  process.exitCode = exitCodeOf(view);
}
