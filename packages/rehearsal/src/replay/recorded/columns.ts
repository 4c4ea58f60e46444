/** What a column of a recorded file means. */
export const Column = {
  Time: "time",
  Metric: "metric",
  Namespace: "namespace",
  ResourceId: "resourceId",
  TimeGrain: "timeGrain",
  Total: "total",
  Count: "count",
  Average: "average",
  Minimum: "minimum",
  Maximum: "maximum",
} as const;
export type Column = (typeof Column)[keyof typeof Column];

/** The names that exports of Log Analytics and of Azure Monitor's metrics give them, in lower case. */
const names: Readonly<Record<Column, readonly string[]>> = {
  time: ["timegenerated", "timestamp", "time"],
  metric: ["metricname", "metric"],
  namespace: ["namespace", "metricnamespace"],
  resourceId: ["resourceid", "_resourceid"],
  timeGrain: ["timegrain", "interval"],
  total: ["total", "sum"],
  count: ["count", "itemcount"],
  average: ["average", "avg"],
  minimum: ["minimum", "min"],
  maximum: ["maximum", "max"],
};

/** Columns of exports that say nothing about a value. */
const ignored = [
  "tenantid",
  "sourcesystem",
  "type",
  "unitname",
  "unit",
  "resource",
  "resourcegroup",
  "resourceprovider",
  "subscriptionid",
  "computer",
  "mg",
  "managementgroupname",
];

/** What a column's name means: one of the known columns, nothing, or a dimension of the metric with that name. */
export function columnOf(name: string): { column?: Column; dimension?: string } {
  const plain = name.replace(/\s*\[[^\]]*\]$/, "");
  const lower = plain.toLowerCase();
  const column = Object.values(Column).find((one) => names[one].includes(lower));
  if (column !== undefined) return { column };
  return ignored.includes(lower) ? {} : { dimension: plain };
}

/** The zone that a time column's own name states, as the portal's exports do: `TimeGenerated [UTC]`. */
export function statesUtc(name: string): boolean {
  return /\[UTC\]$/i.test(name);
}

/** The accepted names of a column, for messages. */
export function namesOf(column: Column): string {
  return names[column].slice(0, 2).join(" or ");
}
