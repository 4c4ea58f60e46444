import { alerts } from "@ringfence/core/alerts";
import { queryProblems } from "./kusto";

const logAlerts = Object.values(alerts).filter((row) => row.kind === "log");

test.each(logAlerts.map((row) => [row.id, row.query]))("the query of the alert %s is good KQL", (_, query) => {
  expect(queryProblems(query, "logs")).toEqual([]);
});
