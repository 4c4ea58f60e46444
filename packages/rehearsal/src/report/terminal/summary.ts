import { capitalised, listed, moment, type RefusalView, type RehearsalView } from "../view";
import { otherLines, violationLines } from "./finding-lines";
import { type Paint, paintFor, printable } from "./paint";
import { stackTable } from "./stack-table";
import { waiverLines } from "./waiver-lines";
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
  const all = view.stacks.length;
  const blocks = [
    headLines(view, paint),
    stackTable(view.summaries, view.words, columns, paint),
    ...view.programErrors.map(({ stack, trace }) => errorLines(stack, trace, paint)),
    ...view.refusals.map((refusal) => refusalLines(refusal, all, columns, paint)),
    ...view.violations.map((finding) => violationLines(finding, all, columns, paint)),
    titled(
      capitalised(view.words.undetermined),
      style.undetermined ? view.undetermined.flatMap((finding) => otherLines(finding, all, columns, paint)) : [],
      paint,
    ),
    titled(
      "Waivers",
      view.waivers.flatMap((waiver) => waiverLines(waiver, all, columns, paint)),
      paint,
    ),
    titled(
      "Notes",
      view.notes.flatMap(({ text, stacks }) => bullet(`${text}${inStacks(stacks, all)}`, columns)),
      paint,
    ),
    answerLines(view, columns, style.undetermined, paint),
  ];
  const shown = blocks.filter((lines) => lines.length > 0);
  return `${shown.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

function headLines({ project, summaries, at, words }: RehearsalView, paint: Paint): string[] {
  const modes = listed([...new Set(summaries.map(({ mode }) => mode))]);
  return [`${words.done} ${paint.strong(printable(project))} ${paint.dim(`· ${modes} · ${printable(moment(at))}`)}`];
}

function errorLines(stack: string, trace: string, paint: Paint): string[] {
  const lines = printable(trace).trimEnd().split("\n");
  return [`${paint.bad("✗ the program stopped")} · ${printable(stack)}`, ...lines.map((line) => `    ${line}`)];
}

function refusalLines(refusal: RefusalView, all: number, columns: number, paint: Paint): string[] {
  const { resource, code, status, message, stacks } = refusal;
  const http = status > 0 ? paint.dim(` (HTTP ${status})`) : "";
  return [
    `${paint.bad("✗ refused by Azure")} ${paint.strong(printable(code))}${http}`,
    `  ${paint.strong(printable(resource.name))} · ${printable(resource.type)}${inStacks(stacks, all)}`,
    `    ${paint.dim(printable(resource.urn))}`,
    ...wrap(message, columns, "    "),
  ];
}

function answerLines(view: RehearsalView, columns: number, listsUndetermined: boolean, paint: Paint): string[] {
  const { answer, undetermined } = view;
  return [
    `${answer.state === "clear" ? paint.good("✓") : paint.bad("✗")} ${paint.strong(printable(answer.headline))}`,
    ...answer.reasons.flatMap((reason) => wrap(reason, columns, "  ")),
    ...(undetermined.length > 0 && !listsUndetermined
      ? wrap("--show-undetermined lists what is undetermined, and why", columns, "  ").map(paint.dim)
      : []),
  ];
}

function titled(title: string, lines: string[], paint: Paint): string[] {
  return lines.length > 0 ? [paint.strong(title), ...lines] : [];
}

/** The stacks that something is true of, where it is not true of all. */
function inStacks(stacks: readonly string[], all: number): string {
  return stacks.length < all ? ` · ${printable(listed(stacks))}` : "";
}
