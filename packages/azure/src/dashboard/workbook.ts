import { stableUuid } from "@ringfence/core/naming";
import { type RingFacts, withRingFacts } from "./ring-facts";
import { sortedJson } from "./sorted-json";
import type { MetricTile, Section } from "./tile";
import { resourcesParameter, TIME_RANGE, type WorkbookSources, workbookItem } from "./workbook-items";

/** Workbooks number their item types and the kinds of their parameters. */
const ITEM = { text: 1, parameters: 9, group: 12 } as const;
const PARAMETER = { time: 4, resources: 5 } as const;

const HOUR_MS = 60 * 60 * 1000;

/** The time ranges to choose from; a day is what is shown first. */
const ranges = [1, 4, 12, 24, 3 * 24, 7 * 24, 30 * 24].map((hours) => ({ durationMs: hours * HOUR_MS }));

/** The text of the workbook: the same sections and sources give the same text, byte for byte. */
export function workbookJson(title: string, sections: readonly Section[], sources: WorkbookSources): string {
  return sortedJson({
    version: "Notebook/1.0",
    items: [heading(title), parameters(sections, sources), ...sections.map((section) => group(section, sources))],
    fallbackResourceIds: [sources.logAnalyticsId],
    $schema: "https://github.com/Microsoft/Application-Insights-Workbooks/blob/master/schema/workbook.json",
  });
}

/** The query for all resources of a type that carry the ring's tags, wherever in the subscription they are. */
export function taggedResources(service: string, facts: RingFacts): string {
  const query = `resources
| where type =~ "${service}"
| where tostring(tags["service"]) =~ "{service}" and tostring(tags["environment"]) =~ "{environment}"
| project id`;
  return withRingFacts(query, facts);
}

function heading(title: string): object {
  return { type: ITEM.text, content: { json: `# ${title}` }, name: "title" };
}

function parameters(sections: readonly Section[], sources: WorkbookSources): object {
  const metricTiles = sections
    .flatMap(({ tiles }) => tiles)
    .filter((tile): tile is MetricTile => tile.source === "metrics");
  const services = [...new Set(metricTiles.map(({ service }) => service))];
  return {
    type: ITEM.parameters,
    content: {
      version: "KqlParameterItem/1.0",
      parameters: [timeRange(), ...services.map((service) => resourcesOf(service, sources))],
      style: "pills",
      queryType: 1,
      resourceType: "microsoft.resourcegraph/resources",
    },
    name: "parameters",
  };
}

function timeRange(): object {
  return {
    id: stableUuid("workbook-parameter", TIME_RANGE),
    version: "KqlParameterItem/1.0",
    name: TIME_RANGE,
    label: "Time range",
    type: PARAMETER.time,
    isRequired: true,
    value: { durationMs: 24 * HOUR_MS },
    typeSettings: { selectableValues: ranges, allowCustom: true },
  };
}

function resourcesOf(service: string, sources: WorkbookSources): object {
  const name = resourcesParameter(service);
  return {
    id: stableUuid("workbook-parameter", name),
    version: "KqlParameterItem/1.0",
    name,
    label: service,
    type: PARAMETER.resources,
    isRequired: true,
    multiSelect: true,
    quote: "'",
    delimiter: ",",
    query: taggedResources(service, sources),
    queryType: 1,
    resourceType: "microsoft.resourcegraph/resources",
    crossComponentResources: [sources.subscriptionId],
    value: ["value::all"],
    typeSettings: { additionalResourceOptions: ["value::all"], showDefault: false },
  };
}

function group({ title, tiles }: Section, sources: WorkbookSources): object {
  return {
    type: ITEM.group,
    content: {
      version: "NotebookGroup/1.0",
      groupType: "editable",
      title,
      items: [...tiles.map((tile) => workbookItem(tile, sources))],
    },
    name: title,
  };
}
