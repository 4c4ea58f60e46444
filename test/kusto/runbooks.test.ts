import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readRunbookPage } from "@ringfence/core/runbooks";
import { queryColumns, queryProblems } from "./kusto";

const folder = join(__dirname, "../../runbooks");
const pages = readdirSync(folder)
  .filter((file) => file.endsWith(".md"))
  .map((file) => readRunbookPage(file.replace(/\.md$/, ""), readFileSync(join(folder, file), "utf8")));

/** Every query of every runbook, with the runbook and its number in it. */
const queries = pages.flatMap(({ id, body }) => {
  const blocks = [...body.matchAll(/^ *```kusto\n([\s\S]*?)^ *```$/gm)].map(([, query = ""]) => query);
  return blocks.map((query, index) => [id, index + 1, query] as const);
});

const verifications = pages.flatMap(({ id, frontMatter }) =>
  frontMatter === undefined ? [] : [[id, frontMatter.verification] as const],
);

test("the runbooks hold queries, and each says by a query whether it is over", () => {
  expect(queries.length).toBeGreaterThan(70);
  expect(verifications.length).toBe(pages.length);
});

test.each(queries)("%s, query %i is good KQL", (_id, _index, query) => {
  expect(queryProblems(query, "logs")).toEqual([]);
});

test.each(verifications)(
  "%s says in a column of its own whether it is over, and not that it is while nothing was seen",
  (_id, verification) => {
    expect(queryProblems(verification.query, verification.in)).toEqual([]);
    expect(queryColumns(verification.query, verification.in)).toMatchObject({ Over: "bool" });
    const silence = /Over = .*(> 0|isfinite\(|isnotnull\()/;
    expect(verification.query).toMatch(silence);
  },
);
