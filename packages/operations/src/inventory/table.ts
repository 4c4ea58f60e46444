import type { InventoryRow } from "./inventory-row";

const HEADER = ["kind", "name", "age", "left", "renewed by", ""];

/** The inventory for a person: what expires first stands first, and before it what never does. */
export function inventoryTable(rows: readonly InventoryRow[]): string {
  const sorted = [...rows].sort(
    (a, b) => (a.daysLeft ?? Number.NEGATIVE_INFINITY) - (b.daysLeft ?? Number.NEGATIVE_INFINITY) || compare(a, b),
  );
  const lines = [HEADER, ...sorted.map(cells)];
  const widths = HEADER.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  return lines
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

function compare(a: InventoryRow, b: InventoryRow): number {
  return a.name < b.name ? -1 : Number(a.name > b.name);
}

function cells({ kind, name, ageDays, daysLeft, renewedBy, enabled }: InventoryRow): string[] {
  const left =
    daysLeft === undefined ? "never expires" : daysLeft < 0 ? `expired ${-daysLeft} days ago` : `${daysLeft} days`;
  return [kind, name, `${ageDays} days`, left, renewedBy, enabled ? "" : "disabled"];
}
