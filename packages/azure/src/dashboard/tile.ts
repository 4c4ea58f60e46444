import type { MetricAggregation, MonitoredService } from "@ringfence/core/alerts";

/** What every tile states. */
interface TileFacts {
  /** Its name within the workbook, in lower case with hyphens. */
  readonly id: string;
  readonly title: string;
  /** The question that the tile answers, shown below its title. */
  readonly asks: string;
  /** Whether it takes the whole width or half of it; half unless stated. */
  readonly wide?: boolean;
}

/** How the rows of a query are drawn. */
export const Visualization = { Table: "table", TimeChart: "timechart", BarChart: "barchart" } as const;
export type Visualization = (typeof Visualization)[keyof typeof Visualization];

/** The columns that a chart over time draws; the time itself is always `TimeGenerated`. */
export interface TileChart {
  /** The column whose values are drawn. */
  readonly value: string;
  /** The column's type in KQL. */
  readonly type: "long" | "real";
  /** The column of which each value is a line of its own; one line if left out. */
  readonly splitBy?: string;
}

/** A tile over the ring's Log Analytics workspace. The query names no time. */
export interface LogTile extends TileFacts {
  readonly source: "logs";
  /** KQL. */
  readonly query: string;
  /** Days that the query looks back whatever the workbook's time range, which it follows if this is left out. */
  readonly lookBackDays?: number;
  readonly visualization: Visualization;
  /** What a time chart draws, for those who have to be told; a tile on the wall does. */
  readonly chart?: TileChart;
}

/** A tile over Azure Resource Graph: what exists, and which alerts fire. */
export interface ResourceGraphTile extends TileFacts {
  readonly source: "resource-graph";
  /** KQL; `{…}` stands for a fact of the ring, see `RingFacts`. */
  readonly query: string;
  readonly visualization: Visualization;
}

/** A tile over platform metrics of every resource of a type that carries the ring's tags: what no log holds. */
export interface MetricTile extends TileFacts {
  readonly source: "metrics";
  readonly service: MonitoredService;
  /** The metric's category on Microsoft's page, part of how workbooks name it; empty where it has none. */
  readonly category: string;
  readonly metric: string;
  readonly aggregation: MetricAggregation;
  /** The dimension of which each value is a line of its own. */
  readonly splitBy?: string;
}

/** A tile over one call of Azure Resource Manager, with the reader's own rights. */
export interface RestTile extends TileFacts {
  readonly source: "rest";
  readonly method: "GET" | "POST";
  /** The path below `https://management.azure.com`; `{…}` stands for a fact of the ring. */
  readonly path: string;
  readonly apiVersion: string;
  readonly body?: object;
  /** Where the answer's rows are, as a JSON path. */
  readonly rows: string;
  /** The columns: where each is in a row, as a JSON path, by its title. */
  readonly columns: Readonly<Record<string, string>>;
}

/** One row of the dashboard's catalogue. */
export type Tile = LogTile | ResourceGraphTile | MetricTile | RestTile;

/** Tiles under one heading. */
export interface Section {
  readonly title: string;
  readonly tiles: readonly Tile[];
}
