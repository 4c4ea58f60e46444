import { coverageRows } from "@ringfence/policies/other-products";
import type { Rule } from "@ringfence/policies/rule";
import { code } from "./markdown.mts";

const byId = new Map(coverageRows.map((row) => [row.id, row]));

/** A line for each rule of other products that a rule does the work of. */
export function coveredRows(rule: Rule): string[] {
  return rule.covers.map((id) => {
    const row = byId.get(id);
    if (row === undefined)
      throw new Error(`${rule.id} covers ${id}, which is no row of packages/policies/src/other-products`);
    const products = row.products.length === 0 ? "what no product checked" : row.products.join(", ");
    return `- Row ${row.number} of the [coverage](../coverage.md), ${code(id)}: ${products}`;
  });
}
