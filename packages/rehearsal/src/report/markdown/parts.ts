import {
  counted,
  type Differences,
  duration,
  type Finding,
  grouped,
  isStopping,
  type Place,
  type PropertyGroup,
  type RehearsalView,
  type ResourceLabel,
  type StackSummary,
  shorten,
} from "../view";
import { block, code, inline, table, tableRow } from "./escape";
import type { Part } from "./fit";

const signs = { clear: "✅", blocked: "❌", stopped: "💥" } as const;

/** The answer as a heading. */
export function answerHeading({ answer }: RehearsalView): string {
  return `### ${signs[answer.state]} ${inline(shorten(answer.headline, 400))}`;
}

/** What stands behind the answer. */
export function reasonsPart({ answer, project }: RehearsalView): Part {
  return { lines: [`Rehearsal of ${code(project)}:`, ...answer.reasons.map((reason) => `- ${inline(reason)}`)] };
}

/** The stacks in numbers, side by side. */
export function numbersPart({ summaries }: RehearsalView): Part {
  const row = (head: string, cell: (stack: StackSummary) => string) => [head, ...summaries.map(cell)];
  const loud = (count: number) => (count > 0 ? `**${grouped(count)}**` : "0");
  const rows = [
    row("Can be deployed", ({ state }) => ({ clear: "yes", blocked: "**no**", stopped: "**error**" })[state]),
    row("Resources", ({ resources }) => grouped(resources)),
    row("Passed", ({ outcomes }) => grouped(outcomes.pass)),
    row("Mandatory violations", ({ mandatory }) => loud(mandatory)),
    row("Advisory violations", ({ advisory }) => grouped(advisory)),
    row("Waived", ({ outcomes }) => grouped(outcomes.waived)),
    row("Undetermined", ({ outcomes }) => grouped(outcomes.undetermined)),
    row("Refused by Azure", ({ refusals }) => loud(refusals)),
    ...(summaries.some(({ secondPass }) => secondPass)
      ? [row("Second pass", ({ secondPass }) => secondPass?.text ?? "not run")]
      : []),
    row("Time", ({ seconds }) => duration(seconds)),
  ];
  const [head = "", rule = ""] = table(["", ...summaries.map(({ stack }) => code(stack))], [], true).split("\n");
  return { head: [head, rule], lines: rows.map(tableRow) };
}

/** Each program that stopped, with its trace. */
export function programErrorParts({ programErrors }: RehearsalView): Part[] {
  return programErrors.map(({ stack, trace }) => ({
    title: `The program of ${code(stack)} stopped`,
    open: true,
    lines: [block(shorten(trace, 4000))],
  }));
}

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

/** Waived or undetermined verdicts as a folded list. */
export function listPart(title: string, findings: readonly Finding[], stackCount: number): Part[] {
  const lines = findings.flatMap(({ rule, places }) =>
    places.map((place) => `- ${code(rule)} ${placeWords(place, stackCount, false)}`),
  );
  return lines.length === 0 ? [] : [{ title: `${title} (${grouped(lines.length)})`, lines }];
}

/** Where the stacks differ, folded. */
export function differencesPart(stacks: readonly string[], { presence, properties }: Differences): Part[] {
  const parts: Part[] = [];
  if (presence.length > 0)
    parts.push({
      title: `${counted(presence.length, "resource")} only in some stacks`,
      head: tableHead(["Resource", ...stacks.map(code)]),
      lines: presence.map(({ resource, has }) =>
        tableRow([subject(resource), ...has.map((yes) => (yes ? "yes" : "–"))]),
      ),
    });
  const lines = properties.flatMap(propertyLines);
  if (lines.length > 0)
    parts.push({
      title: `${counted(lines.length, "property", "properties")} with other values`,
      head: tableHead(["Resource", "Property", ...stacks.map(code)]),
      lines,
    });
  return parts;
}

/** What the price follows from, folded. */
export function capacityPart(stacks: readonly string[], found: readonly PropertyGroup[]): Part[] {
  const lines = found.flatMap(propertyLines);
  return lines.length === 0
    ? []
    : [{ title: "What decides the cost", head: tableHead(["Resource", "Property", ...stacks.map(code)]), lines }];
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
  return `${resource ? subject(resource) : "the stack as a whole"}${where}: ${inline(shorten(what, 400))}`;
}

function among(stacks: readonly string[], stackCount: number): string {
  return stacks.length < stackCount ? ` (${stacks.map(code).join(", ")})` : "";
}

function subject({ name, type }: ResourceLabel): string {
  return `${code(name)} ${inline(type)}`;
}

function propertyLines({ resources, rows }: PropertyGroup): string[] {
  const [first, ...others] = resources;
  const more = others.length > 0 ? ` and ${counted(others.length, "more", "more")}` : "";
  return rows.map(({ path, values }) =>
    tableRow([
      `${code(first?.name ?? "")}${more}`,
      code(path),
      ...values.map((value) => (value === undefined ? "–" : inline(shorten(value, 120)))),
    ]),
  );
}

function tableHead(cells: readonly string[]): string[] {
  return table(cells, []).split("\n");
}
