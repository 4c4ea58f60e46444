import { alerts } from "@ringfence/core/alerts";
import { queryColumns } from "./kusto";

const logAlerts = Object.values(alerts).filter((row) => row.kind === "log");

test.each(logAlerts.map((row) => [row.id, row] as const))("%s: the query gives a number to compare", (_, row) => {
  expect(["int", "long", "real", "decimal"]).toContain(queryColumns(row.query, "logs")[row.measure]);
});

test.each(logAlerts.map((row) => [row.id, row] as const))("%s: the query gives the columns to split by", (_, row) => {
  const columns = queryColumns(row.query, "logs");
  expect(row.splitBy.map((column) => columns[column])).toEqual(row.splitBy.map(() => "string"));
});
