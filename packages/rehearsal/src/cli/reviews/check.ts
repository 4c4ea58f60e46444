import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type ReviewPage, readReview, reviewFindings } from "@ringfence/core/incident-reviews";
import { dateProblems, type WorkCalendar } from "@ringfence/core/on-call";
import { timeZoneProblem } from "@ringfence/core/time-zones";
import { UsageError } from "../../engine/usage-error";
import { counted } from "../../report/view/wording";
import { ExitCode } from "../exit-code";

/** The options of `reviews check`. */
export interface CheckFlags {
  timeZone: string;
  holiday: string[];
}

/** Checks every review of a folder and says what is wrong and what is late, a line each, then the sum. */
export function runCheck(folder: string, { timeZone, holiday }: CheckFlags, now: Date = new Date()): void {
  const calendar: WorkCalendar = { timeZone, holidays: holiday };
  const zone = timeZoneProblem(timeZone);
  const mistakes = [
    ...(zone === undefined ? [] : [`--time-zone: ${zone}`]),
    ...holiday.flatMap((day) => dateProblems("--holiday", day).map(({ path, problem }) => `${path}: ${problem}`)),
  ];
  if (mistakes.length > 0) throw new UsageError(mistakes.join("\n"));
  const pages = pagesOf(folder);
  const findings = reviewFindings(pages.flatMap(incidentOf), pages, calendar, now);
  for (const { kind, about, says } of findings) process.stdout.write(`${kind}: ${about}: ${says}\n`);
  const sum = `${counted(pages.length, "review")}, ${findings.length === 0 ? "nothing is late" : counted(findings.length, "finding")}`;
  process.stdout.write(`${findings.length > 0 ? "✗" : "✓"} ${folder}: ${sum}\n`);
  process.exitCode = findings.length > 0 ? ExitCode.Blocked : ExitCode.Clean;
}

function pagesOf(folder: string): ReviewPage[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".md") && file !== "README.md")
    .sort()
    .map((file) => readReview(file, readFileSync(join(folder, file), "utf8")));
}

/** The incident that a review is about, so that a draft which lies too long is found. */
function incidentOf({ review }: ReviewPage) {
  if (review === undefined) return [];
  const { incident: id, title, severity, resolved } = review;
  return [{ id, title, severity, resolvedAt: new Date(resolved) }];
}
