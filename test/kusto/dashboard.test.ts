import { metricTables } from "@ringfence/core/alerts";
import { withRingFacts } from "../../packages/azure/src/dashboard/ring-facts";
import { sections } from "../../packages/azure/src/dashboard/tiles";
import { taggedResources } from "../../packages/azure/src/dashboard/workbook";
import { queryColumns, queryProblems } from "./kusto";

const facts = {
  service: "claims-assistant",
  environment: "prod",
  location: "swedencentral",
  subscriptionId: "/subscriptions/1",
  resourceGroupId: "/subscriptions/1/resourceGroups/rg",
};

const tiles = sections.flatMap((section) => section.tiles);
const queried = tiles.flatMap((tile) =>
  tile.source === "logs" || tile.source === "resource-graph" ? [[tile.id, tile] as const] : [],
);

test.each(queried)("the query of the tile %s is good KQL", (_, tile) => {
  expect(queryProblems(withRingFacts(tile.query, facts), tile.source)).toEqual([]);
});

test.each(queried.filter(([, tile]) => tile.visualization === "timechart"))(
  "the tile %s gives a time and a number to draw",
  (_, tile) => {
    const types = Object.values(queryColumns(tile.query, "logs"));
    expect(types).toContain("datetime");
    expect(types.some((type) => ["int", "long", "real"].includes(type))).toBe(true);
  },
);

test.each(
  tiles.flatMap((tile) => (tile.source === "logs" && tile.chart ? [[tile.id, tile, tile.chart] as const] : [])),
)("the chart of the tile %s draws columns that its query gives", (_, tile, { value, type, splitBy }) => {
  const columns = queryColumns(tile.query, "logs");
  expect([columns.TimeGenerated, columns[value]]).toEqual(["datetime", type]);
  if (splitBy !== undefined) expect(columns[splitBy]).toBe("string");
});

test.each(Object.keys(metricTables))("the query for all resources of %s is good KQL", (service) => {
  expect(queryProblems(taggedResources(service, facts), "resource-graph")).toEqual([]);
});

test("no query names a time of its own, which the workbook's time range would silently narrow", () => {
  const narrowed = queried.filter(([, tile]) => tile.source === "logs" && /\bago\(|\bnow\(/.test(tile.query));
  expect(narrowed.map(([id]) => id)).toEqual([]);
});
