import {
  capitalised,
  counted,
  type Finding,
  grouped,
  isStopping,
  type Place,
  type RehearsalView,
  shorten,
} from "../../view";
import { code, inline } from "../escape";
import type { Part } from "../fit";
import { among, subject } from "./subject";

/** What Azure refuses. */
export function refusalParts({ refusals, stacks }: RehearsalView): Part[] {
  if (refusals.length === 0) return [];
  const lines = refusals.map(
    ({ code: azureCode, resource, message, stacks: where }) =>
      `- ${code(azureCode)} ${subject(resource)}${among(where, stacks.length)}<br>${inline(shorten(message, 600))}`,
  );
  return [{ title: "Refused by Azure", open: true, lines }];
}

/** What rules found wrong: what stops a deployment in the open, the rest folded away. */
export function findingParts(view: RehearsalView): Part[] {
  const stopping = view.violations.filter(({ blocks }) => blocks);
  const others = view.violations.filter(({ blocks }) => !blocks);
  const lines = (findings: readonly Finding[]) => findings.map((finding) => findingLine(finding, view.stacks.length));
  return [
    ...(stopping.length > 0 ? [{ title: "What stops it", open: true, lines: lines(stopping) }] : []),
    ...(others.length > 0
      ? [{ title: `${counted(others.length, "rule")} violated, advisory`, lines: lines(others) }]
      : []),
  ];
}

/** Undetermined verdicts as a folded list. */
export function undeterminedPart({ undetermined, stacks, words }: RehearsalView): Part[] {
  const lines = undetermined.flatMap(({ rule, places }) =>
    places.map((place) => `- ${code(rule)} ${placeWords(place, stacks.length, false)}`),
  );
  return lines.length === 0 ? [] : [{ title: `${capitalised(words.undetermined)} (${grouped(lines.length)})`, lines }];
}

function findingLine({ severity, title, rule, places, fix, url }: Finding, stackCount: number): string {
  const link = url ? ` ([about the rule](${encodeURI(decodeURI(url)).replace(/[()]/g, encodeURIComponent)}))` : "";
  return [
    `- **${severity === "unspecified" ? "" : `${severity}: `}${inline(title)}** ${code(rule)}${link}`,
    ...places.slice(0, 20).map((place) => `  - ${placeWords(place, stackCount, true)}`),
    ...(places.length > 20 ? [`  - and ${counted(places.length - 20, "more resource")}`] : []),
    ...(fix ? [`  - **Fix:** ${inline(fix)}`] : []),
  ].join("\n");
}

function placeWords({ resource, what, stacks }: Place, stackCount: number, levels: boolean): string {
  const names = stacks.map(({ stack }) => stack);
  const advisory =
    levels && stacks.some(({ level }) => isStopping(level)) && stacks.some(({ level }) => !isStopping(level));
  const where = advisory
    ? ` (${stacks.map(({ stack, level }) => `${code(stack)} ${level}`).join(", ")})`
    : among(names, stackCount);
  return `${resource ? subject(resource) : "the stack as a whole"}${where}: ${inline(shorten(what.join("\n"), 400))}`;
}
