import { counted } from "../../report/view/wording";
import { ExitCode } from "../exit-code";
import { type Lint, lintWaivers, type Remark } from "./lint";

/** Checks the file and says what was found: mistakes and warnings line by line, then the sum. */
export function runLint(file: string, now: Date = new Date()): void {
  const lint = lintWaivers(file, now);
  for (const remark of lint.remarks) process.stdout.write(`${lineOf(file, remark)}\n`);
  const mistakes = countOf(lint, "mistake");
  process.stdout.write(`${mistakes > 0 ? "✗" : "✓"} ${summary(file, lint)}\n`);
  process.exitCode = mistakes > 0 ? ExitCode.Blocked : ExitCode.Clean;
}

function lineOf(file: string, { line, kind, text }: Remark): string {
  return `${file}${line === undefined ? "" : `:${line}`}: ${kind === "mistake" ? "error" : "warning"}: ${text}`;
}

function summary(file: string, lint: Lint): string {
  const mistakes = countOf(lint, "mistake");
  const warnings = countOf(lint, "warning");
  return [
    `${file}: ${counted(lint.waivers, "waiver")}`,
    mistakes > 0 ? counted(mistakes, "mistake") : "all in order",
    ...(warnings > 0 ? [counted(warnings, "warning")] : []),
  ].join(", ");
}

function countOf({ remarks }: Lint, kind: Remark["kind"]): number {
  return remarks.filter((remark) => remark.kind === kind).length;
}
