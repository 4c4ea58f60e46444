import { stableUuid } from "@ringfence/core/naming";
import type { LogTile } from "./tile";
import type { WorkbookSources } from "./workbook-items";

/** The portal's grid: tiles of six by four, three in a line. */
const TILE = { width: 6, height: 4, perLine: 3 } as const;

const LOGS_PART = "Extension/Microsoft_OperationsManagementSuite_Workspace/PartType/LogsDashboardPart";

/** One input of a part. */
export interface PartInput {
  name: string;
  value?: unknown;
  isOptional: true;
}

/** One part of a portal dashboard, where it is and what it shows. */
export interface DashboardPart {
  position: { x: number; y: number; colSpan: number; rowSpan: number };
  metadata: { type: string; inputs: PartInput[]; settings: object };
}

/** The parts of the wall's dashboard. The same tiles and sources give the same parts. */
export function dashboardParts(tiles: readonly LogTile[], sources: WorkbookSources): DashboardPart[] {
  return tiles.map((tile, index) => ({
    position: {
      x: (index % TILE.perLine) * TILE.width,
      y: Math.floor(index / TILE.perLine) * TILE.height,
      colSpan: TILE.width,
      rowSpan: TILE.height,
    },
    metadata: { type: LOGS_PART, inputs: inputsOf(tile, sources), settings: {} },
  }));
}

/** The dashboard's own time range: the last day, in hours. */
export const lastDay = {
  model: {
    timeRange: {
      value: { relative: { duration: 24, timeUnit: 1 } },
      type: "MsPortalFx.Composition.Configuration.ValueTypes.TimeRange",
    },
  },
};

function inputsOf(tile: LogTile, { logAnalyticsId, service, environment }: WorkbookSources): PartInput[] {
  const values: Readonly<Record<string, unknown>> = {
    resourceTypeMode: undefined,
    ComponentId: undefined,
    Scope: { resourceIds: [logAnalyticsId] },
    PartId: stableUuid("portal-dashboard", logAnalyticsId, tile.id),
    Version: "2.0",
    TimeRange: `P${tile.lookBackDays ?? 1}D`,
    DashboardId: undefined,
    DraftRequestParameters: undefined,
    Query: tile.query,
    ControlType: tile.chart === undefined ? "AnalyticsGrid" : "FrameControlChart",
    SpecificChart: tile.chart === undefined ? undefined : "Line",
    PartTitle: tile.title,
    PartSubTitle: `${service} in ${environment}`,
    Dimensions: dimensionsOf(tile),
    LegendOptions: tile.chart === undefined ? undefined : { isEnabled: true, position: "Bottom" },
    IsQueryContainTimeRange: false,
  };
  return Object.entries(values).map(([name, value]) => ({
    name,
    ...(value === undefined ? {} : { value }),
    isOptional: true,
  }));
}

/** The portal does not find the columns of a chart by itself. */
function dimensionsOf({ chart }: LogTile): object | undefined {
  if (chart === undefined) return undefined;
  const { value, type, splitBy } = chart;
  return {
    xAxis: { name: "TimeGenerated", type: "datetime" },
    yAxis: [{ name: value, type }],
    splitBy: splitBy === undefined ? [] : [{ name: splitBy, type: "string" }],
    aggregation: "Max",
  };
}
