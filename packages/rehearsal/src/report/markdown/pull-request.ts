import { capacities, counted, differencesBetween, logicalResources, moment, type RehearsalView } from "../view";
import { code, inline } from "./escape";
import { fitTogether, type Part } from "./fit";
import {
  answerHeading,
  capacityPart,
  differencesPart,
  findingParts,
  listPart,
  numbersPart,
  programErrorParts,
  reasonsPart,
  refusalParts,
} from "./parts";

/** GitHub refuses a comment of more characters than this. */
const LONGEST_COMMENT = 65_536;

/** Marks the comment, so that a pipeline finds and renews its own. */
const MARKER = "<!-- ringfence rehearsal -->";

/** A rehearsal as a comment for a pull request: the answer, the numbers, what stops it; the rest folded away. */
export function pullRequestComment(view: RehearsalView, longest = LONGEST_COMMENT): string {
  const stacks = view.stacks.map(({ stack }) => stack);
  const resources = logicalResources(view.stacks);
  const head = [MARKER, answerHeading(view)].join("\n\n");
  const parts: Part[] = [
    reasonsPart(view),
    numbersPart(view),
    ...programErrorParts(view),
    ...refusalParts(view),
    ...findingParts(view),
    ...(stacks.length > 1 ? differencesPart(stacks, differencesBetween(stacks, resources)) : []),
    ...capacityPart(stacks, capacities(resources)),
    ...listPart("Waivers in use", view.waivers, stacks.length),
    ...listPart("Undetermined until deployment", view.undetermined, stacks.length),
    ...(view.notes.length > 0
      ? [
          {
            title: counted(view.notes.length, "note"),
            lines: view.notes.map(
              ({ text, stacks: where }) =>
                `- ${inline(text)}${where.length < stacks.length ? ` (${where.map(code).join(", ")})` : ""}`,
            ),
          },
        ]
      : []),
  ];
  const foot = `<sub>Rehearsed ${moment(view.at)} against a simulated Azure; nothing was deployed.</sub>\n`;
  return fitTogether(head, parts, foot, longest);
}
