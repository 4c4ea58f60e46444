import { readersQuery } from "@ringfence/operations/consumers";
import { queryColumns, queryProblems } from "./kusto";

test("the query that sees who has read a secret is good KQL and names the readers", () => {
  const query = readersQuery("search-admin", "5f2c");
  expect(queryProblems(query, "logs")).toEqual([]);
  expect(queryColumns(query, "logs")).toEqual({ Reader: "string" });
});
