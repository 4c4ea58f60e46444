import type { Rule } from "../rule";
import { type CoverageRow, coverageRows } from "./rows";

/** A row and the rules that do its work. */
export interface Coverage {
  row: CoverageRow;
  /** None where the row is not judged. */
  rules: readonly Rule[];
}

/** Each row with those of the rules that cover it. */
export function coverage(rules: readonly Rule[]): Coverage[] {
  return coverageRows.map((row) => ({ row, rules: rules.filter(({ covers }) => covers.includes(row.id)) }));
}
