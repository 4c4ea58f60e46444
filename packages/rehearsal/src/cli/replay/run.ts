import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { UsageError } from "../../engine";
import { replay } from "../../replay";
import { replayPage } from "../../replay/report/html";
import { replaySummary } from "../../replay/report/terminal";
import { takesColours } from "../../report/terminal";
import { ExitCode } from "../exit-code";
import { showProgress } from "../progress/show-progress";
import { type ReplayFlags, requestFrom } from "./request";

/** Replays and says what was found: the tables on the standard output, the page and the data where they were asked for. */
export async function runReplay(directory: string, flags: ReplayFlags): Promise<void> {
  const request = requestFrom(directory, flags);
  if ("problems" in request) throw new UsageError(request.problems.join("\n"));
  const progress = showProgress(process.stderr);
  const document = await replay({ ...request.options, onProgress: progress.tell }).finally(progress.end);
  const out = flags.json === "-" ? process.stderr : process.stdout;
  out.write(replaySummary(document, { colours: takesColours(out), columns: out.columns ?? 120 }));
  const json = `${JSON.stringify(document, null, 2)}\n`;
  if (flags.json === "-") process.stdout.write(json);
  const written: [kind: string, file: string, text: string][] = [];
  if (flags.json !== undefined && flags.json !== "-") written.push(["JSON", flags.json, json]);
  if (flags.report !== false)
    written.push(
      ["Report", join(flags.report, "index.html"), replayPage(document)],
      ["JSON", join(flags.report, "replay.json"), json],
    );
  for (const [, file, text] of written) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  if (written.length > 0) out.write(`\n${written.map(([kind, file]) => `${kind.padEnd(10)}${file}\n`).join("")}`);
  process.exitCode = document.verdicts.some(({ met }) => met === false) ? ExitCode.Blocked : ExitCode.Clean;
}
