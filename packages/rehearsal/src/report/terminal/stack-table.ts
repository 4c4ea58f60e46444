import { duration, grouped, type StackState, type StackSummary } from "../view";
import { type Paint, printable } from "./paint";

/** One line of the table: what is counted, and each stack's cell. */
interface Row {
  label: string;
  cell(stack: StackSummary): string;
  paint?(stack: StackSummary, paint: Paint): (text: string) => string;
  /** Whether the line is worth its place; a line of zeros often is not. */
  shown?(stacks: readonly StackSummary[]): boolean;
}

export const stateWords: Record<StackState, string> = { clear: "yes", blocked: "no", stopped: "error" };

const number = (of: (stack: StackSummary) => number) => (stack: StackSummary) => grouped(of(stack));
const some = (of: (stack: StackSummary) => number) => (stacks: readonly StackSummary[]) => stacks.some(of);
const loudIf = (of: (stack: StackSummary) => number, tone: "bad" | "warn") => (stack: StackSummary, paint: Paint) =>
  of(stack) > 0 ? paint[tone] : (text: string) => text;

const rows: readonly Row[] = [
  {
    label: "can be deployed",
    cell: ({ state }) => stateWords[state],
    paint: ({ state }, paint) => (state === "clear" ? paint.good : paint.bad),
  },
  { label: "resources", cell: number(({ resources }) => resources) },
  { label: "in components", cell: number(({ components }) => components), shown: some(({ components }) => components) },
  { label: "only read", cell: number(({ read }) => read), shown: some(({ read }) => read) },
  { label: "checks passed", cell: number(({ outcomes }) => outcomes.pass) },
  {
    label: "mandatory violations",
    cell: number(({ mandatory }) => mandatory),
    paint: loudIf(({ mandatory }) => mandatory, "bad"),
  },
  {
    label: "advisory violations",
    cell: number(({ advisory }) => advisory),
    paint: loudIf(({ advisory }) => advisory, "warn"),
  },
  { label: "waived", cell: number(({ outcomes }) => outcomes.waived) },
  { label: "undetermined", cell: number(({ outcomes }) => outcomes.undetermined) },
  { label: "not applicable", cell: number(({ outcomes }) => outcomes["not-applicable"]) },
  {
    label: "refused by Azure",
    cell: number(({ refusals }) => refusals),
    paint: loudIf(({ refusals }) => refusals, "bad"),
  },
  {
    label: "second pass",
    cell: ({ secondPass }) => (!secondPass ? "-" : secondPass.unchanged ? "no changes" : "changes"),
    paint: ({ secondPass }, paint) => (secondPass?.unchanged === false ? paint.bad : (text) => text),
    shown: (stacks) => stacks.some(({ secondPass }) => secondPass),
  },
  { label: "time", cell: ({ seconds }) => duration(seconds) },
];

/** The stacks side by side, as many in a row as the terminal is wide enough for. */
export function stackTable(stacks: readonly StackSummary[], columns: number, paint: Paint): string[] {
  const shown = rows.filter((row) => row.shown?.(stacks) ?? true);
  const labels = Math.max(...shown.map(({ label }) => label.length)) + 2;
  const widths = stacks.map((stack) =>
    Math.max(7, printable(stack.stack).length, ...shown.map((row) => row.cell(stack).length)),
  );
  const lines: string[] = [];
  for (let from = 0; from < stacks.length; ) {
    let to = from + 1;
    let width = labels + 3 + (widths[from] ?? 0);
    while (to < stacks.length && width + 2 + (widths[to] ?? 0) <= columns) width += 2 + (widths[to++] ?? 0);
    const part = stacks.slice(from, to).map((stack, index) => ({ stack, width: widths[from + index] ?? 0 }));
    if (from > 0) lines.push("");
    lines.push(
      ` ${" ".repeat(labels)}${part.map(({ stack, width }) => `  ${paint.strong(printable(stack.stack).padStart(width))}`).join("")}`,
    );
    for (const row of shown) {
      const cells = part.map(({ stack, width }) => {
        const tone = row.paint?.(stack, paint) ?? ((text: string) => text);
        return `  ${tone(row.cell(stack).padStart(width))}`;
      });
      lines.push(` ${row.label.padEnd(labels)}${cells.join("")}`);
    }
    from = to;
  }
  return lines;
}
