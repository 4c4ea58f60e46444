import { counted, type Finding, listed, type Place } from "../view";
import { type Paint, printable } from "./paint";
import { wrap } from "./wrap";

/** Advisory violations of one rule that are listed; mandatory ones are listed whatever their number. */
const LISTED_ADVISORIES = 10;

/** What one rule found: the rule with its severity, each place with what is wrong, then the fix. */
export function findingLines(finding: Finding, stackCount: number, columns: number, paint: Paint): string[] {
  const tone = finding.blocks ? paint.bad : paint.warn;
  const severity = finding.severity === "unspecified" ? "" : ` ${finding.severity}`;
  const lines = [
    `${tone(`${finding.blocks ? "✗" : "!"}${severity}`)} ${paint.strong(printable(finding.rule))} ${paint.dim(`(${printable(finding.pack)})`)}`,
  ];
  if (finding.title !== finding.rule) lines.push(...wrap(finding.title, columns, "  "));
  const listedPlaces = finding.blocks ? finding.places : finding.places.slice(0, LISTED_ADVISORIES);
  for (const place of listedPlaces) lines.push(...placeLines(place, stackCount, columns, paint));
  const left = finding.places.length - listedPlaces.length;
  if (left > 0) lines.push(`    … and ${counted(left, "more resource")}; --report shows all`);
  if (finding.fix) lines.push(...wrap(`Fix: ${finding.fix}`, columns, "  "));
  if (finding.url) lines.push(`  ${paint.dim(printable(finding.url))}`);
  return lines;
}

function placeLines({ resource, what, stacks }: Place, stackCount: number, columns: number, paint: Paint): string[] {
  const subject = resource
    ? `${paint.strong(printable(resource.name))} · ${printable(resource.type)}`
    : paint.strong("the stack as a whole");
  return [
    `  ${subject}${whereAndHow(stacks, stackCount)}`,
    ...(resource ? [`    ${paint.dim(printable(resource.urn))}`] : []),
    ...wrap(what, columns, "    "),
  ];
}

/** In which stacks, and at which level: `mandatory in prod, advisory in sandbox and dev`. */
function whereAndHow(stacks: Place["stacks"], stackCount: number): string {
  const levels = [...new Set(stacks.map(({ level }) => level))];
  const said = levels.map((level) => {
    const names = stacks.filter((stack) => stack.level === level).map(({ stack }) => printable(stack));
    return stackCount === 1 ? level : `${level} in ${listed(names)}`;
  });
  return ` · ${said.join(", ")}`;
}
