import { capacities, differencesBetween, logicalResources, moment, type RehearsalView } from "../view";
import { inline } from "./escape";
import { fitTogether, type Part } from "./fit";
import { answerHeading, numbersPart, programErrorParts, reasonsPart } from "./parts/answer";
import { findingParts, refusalParts, undeterminedPart } from "./parts/findings";
import { notesPart } from "./parts/notes";
import { capacityPart, differencesPart } from "./parts/tables";
import { waiversPart } from "./parts/waivers";

/** GitHub refuses a comment of more characters than this. */
const LONGEST_COMMENT = 65_536;

/** Marks the comment, so that a pipeline finds and renews its own: `<!-- ringfence rehearsal -->`. */
function marker({ origin }: RehearsalView): string {
  return `<!-- ringfence ${origin} -->`;
}

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
    ...waiversPart(view),
    ...undeterminedPart(view),
    ...notesPart(view),
  ];
  const foot = `<sub>${inline(moment(view.at))}. ${inline(view.words.how)}</sub>\n`;
  return fitTogether(`${marker(view)}\n\n${answerHeading(view)}`, parts, foot, longest);
}
