import { counted, type Finding, listed, type Place } from "../view";
import { type Paint, printable } from "./paint";
import { wrap } from "./wrap";

/** Advisory violations of one rule that are listed; mandatory ones are listed whatever their number. */
const LISTED_ADVISORIES = 10;

/** What one rule found: the rule with its severity, each place with what is wrong, then the fix. */
export function violationLines(finding: Finding, stackCount: number, columns: number, paint: Paint): string[] {
  const listedPlaces = finding.blocks ? finding.places : finding.places.slice(0, LISTED_ADVISORIES);
  const left = finding.places.length - listedPlaces.length;
  return [
    headLine(finding, finding.blocks ? paint.bad("✗") : paint.warn("!"), paint),
    ...(finding.title !== finding.rule ? wrap(finding.title, columns, "  ") : []),
    ...listedPlaces.flatMap((place) => placeLines(place, levelsOf(place, stackCount), columns, paint)),
    ...(left > 0 ? [`    … and ${counted(left, "more resource")}; --report shows all`] : []),
    ...(finding.fix ? wrap(`Fix: ${finding.fix}`, columns, "  ") : []),
    ...(finding.url ? [`  ${paint.dim(printable(finding.url))}`] : []),
  ];
}

/** What one rule could not tell, or what somebody answers for: where, and why. */
export function otherLines(finding: Finding, stackCount: number, columns: number, paint: Paint): string[] {
  return [
    headLine(finding, "-", paint),
    ...finding.places.flatMap((place) => {
      const names = place.stacks.map(({ stack }) => printable(stack));
      return placeLines(place, names.length < stackCount ? listed(names) : "", columns, paint);
    }),
  ];
}

function headLine({ severity, rule, packs }: Finding, sign: string, paint: Paint): string {
  const grave = severity === "unspecified" ? "" : `${severity} `;
  return `${sign} ${paint.strong(`${grave}${printable(rule)}`)} ${paint.dim(`(${printable(packs.join(", "))})`)}`;
}

function placeLines({ resource, what }: Place, where: string, columns: number, paint: Paint): string[] {
  const subject = resource
    ? `${paint.strong(printable(resource.name))} · ${printable(resource.type)}`
    : paint.strong("the stack as a whole");
  return [
    `  ${subject}${where && ` · ${where}`}`,
    ...(resource ? [`    ${paint.dim(printable(resource.urn))}`] : []),
    ...what.flatMap((text) => wrap(text, columns, "    ")),
  ];
}

/** In which stacks, and at which level: `mandatory in prod, advisory in sandbox and dev`. */
function levelsOf({ stacks }: Place, stackCount: number): string {
  const levels = [...new Set(stacks.map(({ level }) => level))];
  const said = levels.map((level) => {
    const names = stacks.filter((stack) => stack.level === level).map(({ stack }) => printable(stack));
    return stackCount === 1 ? level : `${level} in ${listed(names)}`;
  });
  return said.join(", ");
}
