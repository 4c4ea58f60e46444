import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { queryProblems } from "./kusto";

const folder = join(__dirname, "../../runbooks");

/** Every query of every runbook, with the runbook and its number in it. */
const queries = readdirSync(folder)
  .filter((file) => file.endsWith(".md"))
  .flatMap((file) => {
    const text = readFileSync(join(folder, file), "utf8");
    const blocks = [...text.matchAll(/^ *```kusto\n([\s\S]*?)^ *```$/gm)].map(([, query = ""]) => query);
    return blocks.map((query, index) => [file, index + 1, query] as const);
  });

test("the runbooks hold queries", () => {
  expect(queries.length).toBeGreaterThan(20);
});

test.each(queries)("%s, query %i is good KQL", (_file, _index, query) => {
  expect(queryProblems(query, "logs")).toEqual([]);
});
