import type { RestTile, Section } from "../tile";

/** This month's cost of the ring's resource group, summed up by one of the six tags. */
function costByTag(tag: "service" | "costCenter", asks: string): RestTile {
  return {
    source: "rest",
    id: `cost-by-${tag === "service" ? "service" : "cost-center"}`,
    title: `This month's cost by the tag ${tag}`,
    asks,
    method: "POST",
    path: "{resourceGroupId}/providers/Microsoft.CostManagement/query",
    apiVersion: "2024-08-01",
    body: {
      type: "ActualCost",
      timeframe: "MonthToDate",
      dataset: {
        granularity: "None",
        aggregation: { totalCost: { name: "Cost", function: "Sum" } },
        grouping: [{ type: "TagKey", name: tag }],
      },
    },
    rows: "$.properties.rows",
    columns: { Cost: "$[0]", Tag: "$[1]", Value: "$[2]", Currency: "$[3]" },
  };
}

export const costSection: Section = {
  title: "Cost",
  tiles: [
    costByTag("service", "What does each service cost?"),
    costByTag("costCenter", "Who pays how much?"),
    {
      source: "logs",
      id: "log-volume",
      title: "Logs by table (MB)",
      asks: "Which logs cost the most?",
      visualization: "barchart",
      wide: true,
      query: `Usage
| where IsBillable
| summarize Megabytes = round(sum(Quantity), 1) by DataType
| order by Megabytes desc`,
    },
  ],
};
