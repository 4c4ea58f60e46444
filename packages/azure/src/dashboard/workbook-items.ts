import type { MetricAggregation } from "@ringfence/core/alerts";
import { type RingFacts, withRingFacts } from "./ring-facts";
import type { LogTile, MetricTile, ResourceGraphTile, RestTile, Tile } from "./tile";

/** Where the tiles read from. */
export interface WorkbookSources extends RingFacts {
  logAnalyticsId: string;
}

/** The name of the workbook's parameter that holds the time range. */
export const TIME_RANGE = "TimeRange";

/** Workbooks number their item types and data sources. */
const ITEM = { query: 3, metric: 10 } as const;
const QUERY_TYPE = { logs: 0, "resource-graph": 1, rest: 12 } as const;
const AGGREGATION: Readonly<Record<MetricAggregation, number>> = {
  Total: 1,
  Minimum: 2,
  Maximum: 3,
  Average: 4,
  Count: 7,
};

/** The name of the parameter that holds all resources of a type with the ring's tags. */
export function resourcesParameter(service: string): string {
  return service.replace(/^Microsoft\./, "").replaceAll("/", "");
}

/** One tile as an item of a workbook. */
export function workbookItem(tile: Tile, sources: WorkbookSources): object {
  const { id, title, asks, wide = false } = tile;
  return {
    type: tile.source === "metrics" ? ITEM.metric : ITEM.query,
    content: { size: 0, title, noDataMessage: `Nothing to show. ${asks}`, ...contentOf(tile, sources) },
    customWidth: wide ? "100" : "50",
    name: id,
    styleSettings: { showBorder: true },
  };
}

function contentOf(tile: Tile, sources: WorkbookSources): object {
  switch (tile.source) {
    case "logs":
      return logContent(tile, sources);
    case "resource-graph":
      return resourceGraphContent(tile, sources);
    case "metrics":
      return metricContent(tile);
    case "rest":
      return restContent(tile, sources);
  }
}

const DAY_MS = 24 * 60 * 60 * 1000;

function logContent(tile: LogTile, { logAnalyticsId }: WorkbookSources): object {
  const { source, query, visualization, lookBackDays } = tile;
  return {
    version: "KqlItem/1.0",
    query,
    queryType: QUERY_TYPE[source],
    resourceType: "microsoft.operationalinsights/workspaces",
    crossComponentResources: [logAnalyticsId],
    visualization,
    ...(lookBackDays === undefined
      ? { timeContextFromParameter: TIME_RANGE }
      : { timeContext: { durationMs: lookBackDays * DAY_MS } }),
  };
}

function resourceGraphContent({ source, query, visualization }: ResourceGraphTile, sources: WorkbookSources): object {
  return {
    version: "KqlItem/1.0",
    query: withRingFacts(query, sources),
    queryType: QUERY_TYPE[source],
    resourceType: "microsoft.resourcegraph/resources",
    crossComponentResources: [sources.subscriptionId],
    visualization,
  };
}

/** Workbooks name a metric by type, category and name; hyphens separate them, so the category has none. */
function metricContent({ id, service, category, metric, aggregation, splitBy }: MetricTile): object {
  const namespace = service.toLowerCase();
  const parameter = resourcesParameter(service);
  return {
    version: "MetricsItem/2.0",
    chartId: `workbook-${id}`,
    chartType: 2,
    resourceType: namespace,
    metricScope: 0,
    resourceParameter: parameter,
    resourceIds: [`{${parameter}}`],
    timeContextFromParameter: TIME_RANGE,
    timeContext: { durationMs: 0 },
    metrics: [
      {
        namespace,
        metric: `${namespace}-${category.replaceAll("-", "")}-${metric}`,
        aggregation: AGGREGATION[aggregation],
        splitBy: splitBy === undefined ? null : [splitBy],
      },
    ],
    gridSettings: { rowLimit: 10000 },
  };
}

/** A call of Azure Resource Manager is written into the place of the query, as JSON. */
function restContent(
  { source, method, path, apiVersion, body, rows, columns }: RestTile,
  sources: WorkbookSources,
): object {
  const call = {
    version: "ARMEndpoint/1.0",
    data: body === undefined ? null : JSON.stringify(body),
    headers: [],
    method,
    path: withRingFacts(path, sources),
    urlParams: [{ key: "api-version", value: apiVersion }],
    batchDisabled: false,
    transformers: [
      {
        type: "jsonpath",
        settings: {
          tablePath: rows,
          columns: Object.entries(columns).map(([title, column]) => ({ path: column, columnid: title })),
        },
      },
    ],
  };
  return { version: "KqlItem/1.0", query: JSON.stringify(call), queryType: QUERY_TYPE[source], visualization: "table" };
}
