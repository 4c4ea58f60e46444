import { AZURE_MONITOR, DATA_SOURCE, subscriptionGuid } from "./grafana-variables";
import { withRingFacts } from "./ring-facts";
import type { LogTile, MetricTile, ResourceGraphTile, RestTile, Tile, Visualization } from "./tile";
import { resourcesParameter, type WorkbookSources } from "./workbook-items";

/** Lines of the grid that a panel takes. */
export const ROW_HEIGHT = 8;

const PANEL: Readonly<Record<Visualization, string>> = {
  table: "table",
  timechart: "timeseries",
  barchart: "barchart",
};

const datasource = { type: AZURE_MONITOR, uid: `\${${DATA_SOURCE}}` };

/** One tile as a panel, without its place. */
export function grafanaPanel(tile: Tile, sources: WorkbookSources): object {
  const { title, asks } = tile;
  return { title, description: asks, ...contentOf(tile, sources) };
}

function contentOf(tile: Tile, sources: WorkbookSources): object {
  switch (tile.source) {
    case "logs":
      return logPanel(tile, sources);
    case "resource-graph":
      return resourceGraphPanel(tile, sources);
    case "metrics":
      return metricPanel(tile, sources);
    case "rest":
      return restPanel(tile);
  }
}

/** The dashboard's time range is applied to TimeGenerated; a tile that looks further back says so by itself. */
function logPanel({ query, visualization, lookBackDays }: LogTile, { logAnalyticsId }: WorkbookSources): object {
  return {
    type: PANEL[visualization],
    datasource,
    ...(lookBackDays === undefined ? {} : { timeFrom: `${lookBackDays}d` }),
    targets: [
      {
        refId: "A",
        datasource,
        queryType: "Azure Log Analytics",
        azureLogAnalytics: {
          query,
          resources: [logAnalyticsId],
          resultFormat: visualization === "timechart" ? "time_series" : "table",
          dashboardTime: true,
          timeColumn: "TimeGenerated",
        },
      },
    ],
  };
}

function resourceGraphPanel({ query, visualization }: ResourceGraphTile, sources: WorkbookSources): object {
  return {
    type: PANEL[visualization],
    datasource,
    targets: [
      {
        refId: "A",
        datasource,
        queryType: "Azure Resource Graph",
        subscriptions: [subscriptionGuid(sources)],
        azureResourceGraph: { query: withRingFacts(query, sources), resultFormat: "table" },
      },
    ],
  };
}

function metricPanel({ service, metric, aggregation, splitBy }: MetricTile, sources: WorkbookSources): object {
  const subscription = subscriptionGuid(sources);
  const namespace = service.toLowerCase();
  return {
    type: PANEL.timechart,
    datasource,
    targets: [
      {
        refId: "A",
        datasource,
        queryType: "Azure Monitor",
        subscription,
        azureMonitor: {
          metricNamespace: namespace,
          metricName: metric,
          aggregation,
          timeGrain: "auto",
          region: sources.location,
          resources: [
            {
              subscription,
              resourceGroup: sources.resourceGroupId.split("/").at(-1),
              resourceName: `$${resourcesParameter(service)}`,
              metricNamespace: namespace,
              region: sources.location,
            },
          ],
          dimensionFilters: splitBy === undefined ? [] : [{ dimension: splitBy, operator: "eq", filters: [] }],
          alias: splitBy === undefined ? "{{ resourcename }}" : "{{ dimensionvalue }}",
          top: "10",
        },
      },
    ],
  };
}

/** Grafana's plugin makes no calls of Azure Resource Manager; the panel says so, so that nothing seems forgotten. */
function restPanel({ title, asks }: RestTile): object {
  const content = `${asks}\n\nGrafana cannot read this from Azure. The ring's workbook shows it, under “${title}”.`;
  return { type: "text", options: { mode: "markdown", content } };
}
