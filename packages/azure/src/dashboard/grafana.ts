import { stableUuid } from "@ringfence/core/naming";
import { grafanaPanel, ROW_HEIGHT } from "./grafana-panels";
import { grafanaVariables } from "./grafana-variables";
import { sortedJson } from "./sorted-json";
import type { Section } from "./tile";
import type { WorkbookSources } from "./workbook-items";

/** The version of Grafana's dashboard model that is written; later Grafanas migrate it by themselves. */
const SCHEMA_VERSION = 39;

/** Grafana's grid is 24 columns wide. */
const WIDTH = 24;

interface Placed {
  panels: object[];
  /** The first free line of the grid. */
  y: number;
}

/**
 * The same tiles as a dashboard of Grafana, for Azure Managed Grafana and for Azure Monitor's own: import the text. The
 * same sections and sources give the same text, byte for byte.
 */
export function grafanaJson(title: string, sections: readonly Section[], sources: WorkbookSources): string {
  const { panels } = sections.reduce<Placed>((placed, section) => placeSection(placed, section, sources), {
    panels: [],
    y: 0,
  });
  return sortedJson({
    uid: stableUuid("grafana-dashboard", sources.resourceGroupId, title),
    title,
    tags: ["ringfence", sources.service, sources.environment],
    schemaVersion: SCHEMA_VERSION,
    editable: true,
    graphTooltip: 1,
    timezone: "utc",
    time: { from: "now-24h", to: "now" },
    refresh: "5m",
    templating: { list: grafanaVariables(sections, sources) },
    annotations: { list: [] },
    links: [],
    panels: panels.map((panel, index) => ({ id: index + 1, ...panel })),
  });
}

/** A heading over its tiles, two in a line where they are not wide. */
function placeSection({ panels, y }: Placed, { title, tiles }: Section, sources: WorkbookSources): Placed {
  const heading = { type: "row", title, collapsed: false, gridPos: { h: 1, w: WIDTH, x: 0, y }, panels: [] };
  const placed: object[] = [];
  let line = y + 1;
  let x = 0;
  for (const tile of tiles) {
    const width = tile.wide === true ? WIDTH : WIDTH / 2;
    if (x + width > WIDTH) {
      line += ROW_HEIGHT;
      x = 0;
    }
    placed.push({ ...grafanaPanel(tile, sources), gridPos: { h: ROW_HEIGHT, w: width, x, y: line } });
    x += width;
  }
  return { panels: [...panels, heading, ...placed], y: line + ROW_HEIGHT };
}
