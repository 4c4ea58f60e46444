import { listed, moment, type RehearsalView } from "../view";
import { findingLines } from "./finding-lines";
import { paintFor, printable } from "./paint";
import { stackTable } from "./stack-table";
import { bullet, wrap } from "./wrap";

/** How the summary is to be written. */
export interface SummaryStyle {
  colours: boolean;
  /** Width of the terminal in characters. */
  columns: number;
  /** Whether undetermined verdicts are listed and not only counted. */
  undetermined: boolean;
}

/** Long lines are hard to read on a wide terminal. */
const WIDEST = 110;

/** What a rehearsal found, for a terminal or a build log: the numbers, what is wrong, and at the end the answer. */
export function terminalSummary(view: RehearsalView, style: SummaryStyle): string {
  const paint = paintFor(style.colours);
  const columns = Math.min(WIDEST, style.columns);
  const mode = listed([...new Set(view.summaries.map((stack) => stack.mode))]);
  const block = (lines: string[]) => (lines.length > 0 ? [lines] : []);
  const section = (title: string, lines: string[]) => (lines.length > 0 ? [[paint.strong(title), ...lines]] : []);
  const asFindings = (findings: RehearsalView["violations"]) =>
    findings.map((finding) => findingLines(finding, view.stacks.length, columns, paint));
  const inStacks = (stacks: readonly string[]) =>
    view.stacks.length === 1 || stacks.length === view.stacks.length ? "" : ` · ${printable(listed(stacks))}`;

  const blocks: string[][] = [
    [`Rehearsed ${paint.strong(printable(view.project))} ${paint.dim(`· ${mode} · ${moment(view.at)}`)}`],
    ...block(stackTable(view.summaries, columns, paint)),
    ...view.programErrors.map(({ stack, trace }) => [
      `${paint.bad("✗ the program stopped")} · ${printable(stack)}`,
      ...printable(trace)
        .trimEnd()
        .split("\n")
        .map((line) => `    ${line}`),
    ]),
    ...view.refusals.map(({ resource, code, status, message, stacks }) => [
      `${paint.bad("✗ refused by Azure")} ${paint.strong(printable(code))}${status ? paint.dim(` (HTTP ${status})`) : ""}`,
      `  ${paint.strong(printable(resource.name))} · ${printable(resource.type)}${inStacks(stacks)}`,
      `    ${paint.dim(printable(resource.urn))}`,
      ...wrap(message, columns, "    "),
    ]),
    ...asFindings(view.violations),
    ...(style.undetermined && view.undetermined.length > 0
      ? [[paint.strong("Undetermined")], ...asFindings(view.undetermined)]
      : []),
    ...section(
      "Waived",
      view.waivers.flatMap(({ rule, places }) =>
        places.flatMap(({ resource, what, stacks }) =>
          bullet(
            `${rule} · ${resource?.name ?? "the stack"}${inStacks(stacks.map(({ stack }) => stack))}: ${what}`,
            columns,
          ),
        ),
      ),
    ),
    ...section(
      "Notes",
      view.notes.flatMap(({ text, stacks }) => bullet(`${text}${inStacks(stacks)}`, columns)),
    ),
    answerLines(view, columns, style),
  ];
  return `${blocks.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

function answerLines({ answer, summaries }: RehearsalView, columns: number, style: SummaryStyle): string[] {
  const paint = paintFor(style.colours);
  const sign = answer.state === "clear" ? paint.good("✓") : paint.bad("✗");
  const undetermined = summaries.some(({ outcomes }) => outcomes.undetermined > 0) && !style.undetermined;
  return [
    `${sign} ${paint.strong(printable(answer.headline))}`,
    ...answer.reasons.flatMap((reason) => wrap(reason, columns, "  ")),
    ...(undetermined ? [paint.dim("  --show-undetermined lists what cannot be told before deployment")] : []),
  ];
}
