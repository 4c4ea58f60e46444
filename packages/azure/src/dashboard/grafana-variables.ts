import { withRingFacts } from "./ring-facts";
import type { MetricTile, Section } from "./tile";
import { taggedResources } from "./workbook";
import { resourcesParameter, type WorkbookSources } from "./workbook-items";

/** The name of the variable that holds the data source, so that an import asks for it. */
export const DATA_SOURCE = "datasource";

/** The plugin for Azure Monitor, which every Azure Managed Grafana has. */
export const AZURE_MONITOR = "grafana-azure-monitor-datasource";

/** Which data source to read, and the resources of each type that a metric tile needs, found by the ring's tags. */
export function grafanaVariables(sections: readonly Section[], sources: WorkbookSources): object[] {
  const metricTiles = sections
    .flatMap(({ tiles }) => tiles)
    .filter((tile): tile is MetricTile => tile.source === "metrics");
  const services = [...new Set(metricTiles.map(({ service }) => service))];
  return [
    { name: DATA_SOURCE, label: "Data source", type: "datasource", query: AZURE_MONITOR, hide: 0, refresh: 1 },
    ...services.map((service) => resourcesOf(service, sources)),
  ];
}

/** Names are within the ring's group, because Grafana asks for metrics by group and name. */
function resourcesOf(service: string, sources: WorkbookSources): object {
  const query = taggedResources(service, sources).replace(
    "| project id",
    withRingFacts('| where id startswith "{resourceGroupId}/"\n| project name', sources),
  );
  return {
    name: resourcesParameter(service),
    label: service,
    type: "query",
    datasource: { type: AZURE_MONITOR, uid: `\${${DATA_SOURCE}}` },
    query: {
      queryType: "Azure Resource Graph",
      refId: "A",
      subscriptions: [subscriptionGuid(sources)],
      azureResourceGraph: { query, resultFormat: "table" },
    },
    refresh: 1,
    multi: true,
    includeAll: true,
    current: { text: ["All"], value: ["$__all"] },
  };
}

/** Grafana wants the subscription without the path before it. */
export function subscriptionGuid({ subscriptionId }: WorkbookSources): string {
  return subscriptionId.replace(/^\/subscriptions\//, "");
}
