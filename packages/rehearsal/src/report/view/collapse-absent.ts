import type { PropertyRow } from "./logical-resource";

/** An object with fewer properties than this is shown property by property. */
const WORTH_COLLAPSING = 3;

/**
 * Says of an object that some stacks have whole and others not at all just that, in one row, where its properties are
 * the same in those that have it.
 */
export function collapseAbsent(rows: readonly PropertyRow[]): PropertyRow[] {
  const objects = new Map<string, PropertyRow[]>();
  for (const row of rows) objects.set(objectOf(row), [...(objects.get(objectOf(row)) ?? []), row]);
  return rows.flatMap((row) => {
    const alike = objects.get(objectOf(row)) ?? [];
    if (alike.length < WORTH_COLLAPSING || !isPartlyAbsent(row)) return [row];
    if (alike[0] !== row) return [];
    const path = row.path.slice(0, row.path.lastIndexOf("."));
    return [{ path, values: row.values.map((value) => value && `${alike.length} properties`) }];
  });
}

/** The object that a property belongs to, together with the stacks that have the property. */
function objectOf(row: PropertyRow): string {
  const at = row.path.lastIndexOf(".");
  if (at < 0 || !isPartlyAbsent(row)) return row.path;
  return JSON.stringify([row.path.slice(0, at), row.values.map((value) => value !== undefined)]);
}

/** Whether some stacks have it, all with the same value, and others do not. */
function isPartlyAbsent({ values }: PropertyRow): boolean {
  return values.includes(undefined) && new Set(values).size === 2;
}
