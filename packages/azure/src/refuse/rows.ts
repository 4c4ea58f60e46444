import { type Problem, under } from "@ringfence/core/problems";

/**
 * What is wrong with a list of rows, each under its place in the list. Rows often come from configuration, where
 * TypeScript does not look: a list that is none, a row that is none and text that is none are refused here, so that
 * `check` gets what its types say.
 */
export function rowProblems<Row extends object>(
  rows: readonly Row[] | undefined,
  /** The properties that hold text; they may be left out. */
  text: readonly (keyof Row & string)[],
  /** What is wrong with one row, given the ones before it. */
  check: (row: Row, earlier: readonly Row[]) => Problem[],
): Problem[] {
  if (rows === undefined) return [];
  if (!Array.isArray(rows)) return [{ path: "", problem: `${JSON.stringify(rows)} is not a list` }];
  return rows.flatMap((row: Row, index) => under(`[${index}]`, oneRow(row, rows.slice(0, index).filter(isRow))));

  function oneRow(row: Row, earlier: Row[]): Problem[] {
    if (row === undefined) return [{ path: "", problem: "missing; leave no place of the list empty" }];
    if (!isRow(row)) return [{ path: "", problem: `${JSON.stringify(row)} is not an object` }];
    const wrong = text.filter((key) => row[key] !== undefined && typeof row[key] !== "string");
    if (wrong.length > 0)
      return wrong.map((key) => ({ path: key, problem: `${JSON.stringify(row[key])} is not text` }));
    return check(row, earlier);
  }
}

/** Whether a name is among the rows before; Azure compares names without case. */
export function isRepeated(name: string, earlier: readonly { name?: string }[]): boolean {
  return earlier.some((row) => row.name !== undefined && String(row.name).toLowerCase() === name.toLowerCase());
}

function isRow(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
