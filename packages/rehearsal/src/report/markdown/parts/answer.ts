import { measures, type RehearsalView, shorten } from "../../view";
import { block, code, inline, table, tableRow } from "../escape";
import type { Part } from "../fit";

const signs = { clear: "✅", blocked: "❌", stopped: "💥" } as const;

/** The answer as a heading. */
export function answerHeading({ answer }: RehearsalView): string {
  return `### ${signs[answer.state]} ${inline(shorten(answer.headline, 400))}`;
}

/** What stands behind the answer. */
export function reasonsPart({ answer, project, words }: RehearsalView): Part {
  return { lines: [`${words.subject} of ${code(project)}:`, ...answer.reasons.map((reason) => `- ${inline(reason)}`)] };
}

/** The stacks in numbers, side by side. */
export function numbersPart({ summaries, words }: RehearsalView): Part {
  const [head = "", rule = ""] = table(["", ...summaries.map(({ stack }) => code(stack))], [], true).split("\n");
  const lines = measures(summaries, words).map(({ label, cells }) =>
    tableRow([label, ...cells.map(({ text, tone }) => (tone === "bad" ? `**${text}**` : text))]),
  );
  return { head: [head, rule], lines };
}

/** Each program that stopped, with its trace. */
export function programErrorParts({ programErrors }: RehearsalView): Part[] {
  return programErrors.map(({ stack, trace }) => ({
    title: `The program of ${code(stack)} stopped`,
    open: true,
    lines: [block(shorten(trace, 4000))],
  }));
}
