import type { OriginWords } from "./origin-words";
import type { StackState, StackSummary } from "./stack-summary";
import { duration, grouped } from "./wording";

/** How a cell is to be read. */
export type Tone = "plain" | "good" | "warn" | "bad";

/** One line of the table that puts the stacks side by side. */
export interface Measure {
  label: string;
  /** By position of the stack. */
  cells: { text: string; tone: Tone }[];
}

interface MeasureRow {
  label: string;
  text(stack: StackSummary): string;
  tone?(stack: StackSummary): Tone;
  /** Given where the line is only worth its place if it is true of some stack. */
  only?(stack: StackSummary): unknown;
}

const answers: Record<StackState, string> = { clear: "yes", blocked: "no", stopped: "error" };

const judged = (stack: StackSummary) => stack.judged;
const count = (label: string, of: (stack: StackSummary) => number, tone: Tone = "plain"): MeasureRow => ({
  label,
  text: (stack) => grouped(of(stack)),
  tone: (stack) => (of(stack) > 0 ? tone : "plain"),
});

/** The line that answers for each stack; what it is called depends on what is told of. */
const ANSWER = "answer";

const rows: readonly MeasureRow[] = [
  {
    label: ANSWER,
    text: ({ state }) => answers[state],
    tone: ({ state }) => (state === "clear" ? "good" : "bad"),
  },
  count("Resources", ({ resources }) => resources),
  { ...count("Components", ({ components }) => components), only: ({ components }) => components },
  { ...count("Only read", ({ read }) => read), only: ({ read }) => read },
  { ...count("Checks passed", ({ outcomes }) => outcomes.pass), only: judged },
  { ...count("Mandatory violations", ({ mandatory }) => mandatory, "bad"), only: judged },
  { ...count("Advisory violations", ({ advisory }) => advisory, "warn"), only: judged },
  { ...count("Waived", ({ outcomes }) => outcomes.waived), only: judged },
  { ...count("Undetermined", ({ outcomes }) => outcomes.undetermined), only: judged },
  { ...count("Not applicable", ({ outcomes }) => outcomes["not-applicable"]), only: judged },
  { ...count("Refused by Azure", ({ refusals }) => refusals, "bad"), only: ({ mode }) => mode !== "state" },
  {
    label: "Second pass",
    text: ({ secondPass }) => (!secondPass ? "not run" : secondPass.unchanged ? "no changes" : secondPass.text),
    tone: ({ secondPass }) => (secondPass?.unchanged === false ? "bad" : "plain"),
    only: ({ secondPass }) => secondPass,
  },
  { label: "Time", text: ({ seconds }) => duration(seconds) },
];

/** The stacks in numbers, side by side. */
export function measures(stacks: readonly StackSummary[], words: OriginWords): Measure[] {
  return rows
    .filter(({ only }) => !only || stacks.some(only))
    .map(({ label, text, tone }) => ({
      label: label === ANSWER ? words.measure : label,
      cells: stacks.map((stack) => ({ text: text(stack), tone: tone?.(stack) ?? "plain" })),
    }));
}
