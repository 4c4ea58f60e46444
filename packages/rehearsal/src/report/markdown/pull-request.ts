import { capacities, differencesBetween, logicalResources, moment, type RehearsalView } from "../view";
import { inline } from "./escape";
import { fitTogether, type Part } from "./fit";
import { answerHeading, numbersPart, programErrorParts, reasonsPart } from "./parts/answer";
import { findingParts, listPart, refusalParts } from "./parts/findings";
import { notesPart } from "./parts/notes";
import { capacityPart, differencesPart } from "./parts/tables";

/** GitHub refuses a comment of more characters than this. */
const LONGEST_COMMENT = 65_536;

/** Marks the comment, so that a pipeline finds and renews its own. */
const MARKER = "<!-- ringfence rehearsal -->";

/** A rehearsal as a comment for a pull request: the answer, the numbers, what stops it; the rest folded away. */
export function pullRequestComment(view: RehearsalView, longest = LONGEST_COMMENT): string {
  const stacks = view.stacks.map(({ stack }) => stack);
  const resources = logicalResources(view.stacks);
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
    ...notesPart(view),
  ];
  const foot = `<sub>Rehearsed ${inline(moment(view.at))} against a simulated Azure; nothing was deployed.</sub>\n`;
  return fitTogether(`${MARKER}\n\n${answerHeading(view)}`, parts, foot, longest);
}
