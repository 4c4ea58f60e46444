import { measures, type OriginWords, type StackSummary } from "../view";
import { type Paint, printable } from "./paint";

/** Columns narrower than this are hard to tell apart. */
const NARROWEST = 7;

/** The stacks side by side, as many in a row as the terminal is wide enough for. */
export function stackTable(
  stacks: readonly StackSummary[],
  words: OriginWords,
  columns: number,
  paint: Paint,
): string[] {
  const rows = measures(stacks, words);
  const labels = Math.max(...rows.map(({ label }) => label.length)) + 2;
  const widths = stacks.map((stack, index) =>
    Math.max(NARROWEST, printable(stack.stack).length, ...rows.map(({ cells }) => cells[index]?.text.length ?? 0)),
  );
  return columnsThatFit(widths, columns - labels - 1).flatMap(([from, to], part) => {
    const shown = stacks.slice(from, to);
    const padded = (text: string, index: number) => `  ${text.padStart(widths[from + index] ?? 0)}`;
    const head = shown.map(({ stack }, index) => paint.strong(padded(printable(stack), index)));
    return [
      ...(part > 0 ? [""] : []),
      ` ${" ".repeat(labels)}${head.join("")}`,
      ...rows.map(({ label, cells }) => {
        const texts = cells.slice(from, to).map(({ text, tone }, index) => paint[tone](padded(text, index)));
        return ` ${label.padEnd(labels)}${texts.join("")}`;
      }),
    ];
  });
}

/** Divides columns into runs, each as wide as there is room for and at least one column long. */
function columnsThatFit(widths: readonly number[], room: number): [from: number, to: number][] {
  const runs: [number, number][] = [];
  let from = 0;
  let used = 0;
  for (const [index, width] of widths.entries()) {
    if (index > from && used + width + 2 > room) {
      runs.push([from, index]);
      from = index;
      used = 0;
    }
    used += width + 2;
  }
  return widths.length > 0 ? [...runs, [from, widths.length]] : [];
}
