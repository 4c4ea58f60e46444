import { coverage, Product, productsRead } from "@ringfence/policies/other-products";
import { rules } from "@ringfence/policies/rules";
import { code, document, table } from "./markdown.mts";
import type { Page } from "./page.mts";

/** What other products check about AI on Azure, and the rules that do. */
export function coveragePage(): Page {
  const rows = coverage(rules);
  const covered = rows.filter((each) => each.rules.length > 0).length;
  const beyond = rules.filter(({ covers }) => covers.length === 0);
  return {
    path: "docs/coverage.md",
    text: document(
      "Coverage",
      "packages/policies/src/other-products",
      `What ${Object.values(Product).length} products check about AI on Azure, and what none of them did (no product named): ${covered} of ${rows.length} rows are covered.`,
      table(
        ["Row", "Their rule", "Judges", "Checked by", "Our rules"],
        rows.map(({ row, rules: own }) => [
          row.number,
          code(row.id),
          row.types,
          row.products.join(", "),
          own.map(({ id }) => `[${id}](rules/${id}.md)`).join(", ") || "not judged",
        ]),
      ),
      "## Beyond the rows",
      `${beyond.length} rules do the work of none of them: ${beyond.map(({ id }) => `[${id}](rules/${id}.md)`).join(", ")}.`,
      "## Products",
      table(
        ["Product", "As it was read"],
        Object.values(Product).map((product) => [product, productsRead[product]]),
      ),
    ),
  };
}
