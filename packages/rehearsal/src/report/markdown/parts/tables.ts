import { counted, type Differences, type PropertyGroup, shorten } from "../../view";
import { code, inline, table, tableRow } from "../escape";
import type { Part } from "../fit";
import { subject } from "./subject";

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
