import { counted, type Differences, listed, type PropertyGroup, shorten } from "../../view";
import { code, inline, table, tableRow } from "../escape";
import type { Part } from "../fit";

/** Where the stacks differ, folded. */
export function differencesPart(stacks: readonly string[], { presence, properties }: Differences): Part[] {
  const parts: Part[] = [];
  if (presence.length > 0)
    parts.push({
      title: `${counted(
        presence.reduce((total, { count }) => total + count, 0),
        "resource",
      )} only in some stacks`,
      lines: presence.flatMap(({ stacks: where, types }) => [
        `- Only in ${listed(where.map(code))}`,
        ...types.map(({ type, names }) => `  - ${inline(type)}: ${someOf(names)}`),
      ]),
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

/** Names of one line that are listed; the page lists all. */
const NAMES_IN_A_LINE = 12;

function someOf(names: readonly string[]): string {
  const more = names.length - NAMES_IN_A_LINE;
  return names.slice(0, NAMES_IN_A_LINE).map(code).join(", ") + (more > 0 ? ` and ${more} more` : "");
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
