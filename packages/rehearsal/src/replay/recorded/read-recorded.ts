import { existsSync } from "node:fs";
import { extname } from "node:path";
import type { MetricAggregation } from "@ringfence/core/alerts";
import { UsageError } from "../../engine";
import { MINUTE, type MinuteSeries, type Telemetry } from "../telemetry";
import { Column, columnOf, namesOf, statesUtc } from "./columns";
import { momentReader } from "./moment";
import { readCsv } from "./read-csv";
import { readParquet } from "./read-parquet";
import type { RecordedRow } from "./recorded-row";
import { type MinuteValue, recordedSeries } from "./recorded-series";

/** Recorded telemetry, and which aggregations the file allows for each metric. */
export interface RecordedTelemetry extends Telemetry {
  /** By `service/metric` in lower case. */
  aggregations: ReadonlyMap<string, ReadonlySet<MetricAggregation>>;
}

/** Longer files are refused: no workspace keeps minutes for longer, so it is a mistake in a date. */
const LONGEST_DAYS = 800;

/** Mistakes that are listed one by one. */
const LISTED = 20;

/**
 * Reads a recorded series: CSV or Parquet, one row for each metric, minute and combination of dimensions. Minutes
 * without a row have no data. Throws a UsageError with every mistake and its line.
 */
export async function readRecorded(file: string, timeZone: string): Promise<RecordedTelemetry> {
  if (!existsSync(file)) throw new UsageError(`${file}: no such file`);
  const { columns, rows } = extname(file).toLowerCase() === ".parquet" ? await readParquet(file) : readCsv(file);
  const problems: string[] = [];
  const meaning = new Map(columns.map((name) => [name, columnOf(name)]));
  const known = new Set([...meaning.values()].map(({ column }) => column));
  if (!known.has(Column.Time)) problems.push(`no column ${namesOf(Column.Time)}`);
  if (!known.has(Column.Metric)) problems.push(`no column ${namesOf(Column.Metric)}`);
  if (!known.has(Column.Namespace) && !known.has(Column.ResourceId))
    problems.push(`no column ${namesOf(Column.Namespace)}, and no ResourceId to take it from`);
  if (!values.some((column) => known.has(column))) problems.push("no column Total, Count, Average, Minimum or Maximum");
  if (rows.length === 0) problems.push("no rows");
  if (problems.length > 0) throw new UsageError(`${file}: ${problems.join("; ")}`);
  const zone = columns.some((name) => columnOf(name).column === Column.Time && statesUtc(name)) ? "UTC" : timeZone;
  return assembled(file, rows, meaning, momentReader(zone));
}

const values = [Column.Total, Column.Count, Column.Average, Column.Minimum, Column.Maximum] as const;

interface Gathered {
  of: Pick<MinuteSeries, "service" | "metric" | "dimensions">;
  values: MinuteValue[];
}

function assembled(
  file: string,
  rows: readonly RecordedRow[],
  meaning: ReadonlyMap<string, ReturnType<typeof columnOf>>,
  momentOf: ReturnType<typeof momentReader>,
): RecordedTelemetry {
  const problems: string[] = [];
  const gathered = new Map<string, Gathered>();
  const resources = new Map<string, { id: string; line: number }>();
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { line, cells } of rows) {
    const say = (problem: string) => problems.push(`line ${line}: ${problem}`);
    const { known, dimensions } = sorted(cells, meaning);
    const moment = known.time === undefined ? undefined : momentOf(known.time);
    if (moment === undefined)
      say(
        known.time === undefined ? "no time" : `${JSON.stringify(known.time)} is no time such as 2026-01-05T09:04:00Z`,
      );
    if (known.metric === undefined) say("no metric");
    const id = known.resourceId === undefined ? undefined : String(known.resourceId).toLowerCase();
    const service = known.namespace === undefined ? typeOf(id) : String(known.namespace);
    if (service === undefined) say("no namespace, and no resource id of the form /subscriptions/…/providers/…");
    if (known.timeGrain !== undefined && known.timeGrain !== "PT1M")
      say(`the time grain is ${known.timeGrain}; export values of one minute, PT1M`);
    const value = readValues(known, say);
    if (moment === undefined || known.metric === undefined || service === undefined || value === undefined) continue;
    if (id !== undefined) {
      const other = resources.get(service.toLowerCase());
      if (other === undefined) resources.set(service.toLowerCase(), { id, line });
      else if (other.id !== id)
        say(`a second resource of type ${service}, after the one of line ${other.line}; export one of each type`);
    }
    const minute = Math.floor(moment / MINUTE) * MINUTE;
    [first, last] = [Math.min(first, minute), Math.max(last, minute)];
    const metric = String(known.metric);
    const key = JSON.stringify([service.toLowerCase(), metric.toLowerCase(), Object.entries(dimensions).sort()]);
    const series = gathered.get(key) ?? { of: { service, metric, dimensions }, values: [] };
    series.values.push({ moment: minute, ...value });
    gathered.set(key, series);
  }
  const days = (last - first) / (1440 * MINUTE);
  if (problems.length === 0 && days > LONGEST_DAYS)
    problems.push(`the values span ${Math.round(days)} days, more than ${LONGEST_DAYS}; is a date wrong?`);
  if (problems.length > 0) throw new UsageError(listed(file, problems));
  const axis = { start: first, minutes: Math.round((last - first) / MINUTE) + 1 };
  const aggregations = new Map<string, Set<MetricAggregation>>();
  const series = [...gathered.values()].map((one) => {
    const made = recordedSeries(one.of, one.values, axis);
    const key = `${one.of.service}/${one.of.metric}`.toLowerCase();
    const before = aggregations.get(key);
    aggregations.set(key, new Set([...made.aggregations].filter((one) => before === undefined || before.has(one))));
    return made.series;
  });
  return { axis, series, aggregations };
}

type Known = Partial<Record<Column, string | number | Date>>;

function sorted(
  cells: RecordedRow["cells"],
  meaning: ReadonlyMap<string, ReturnType<typeof columnOf>>,
): { known: Known; dimensions: Record<string, string> } {
  const known: Known = {};
  const dimensions: Record<string, string> = {};
  for (const [name, cell] of Object.entries(cells)) {
    const { column, dimension } = meaning.get(name) ?? {};
    if (column !== undefined) known[column] = cell;
    else if (dimension !== undefined) dimensions[dimension] = String(cell);
  }
  return { known, dimensions };
}

function readValues(known: Known, say: (problem: string) => void): Omit<MinuteValue, "moment"> | undefined {
  const read: Omit<MinuteValue, "moment"> = {};
  let good = true;
  for (const column of values) {
    const cell = known[column];
    if (cell === undefined) continue;
    const number = typeof cell === "number" ? cell : Number(cell);
    if (Number.isFinite(number) && !(column === Column.Count && number < 0)) read[column] = number;
    else {
      say(`${column} is ${JSON.stringify(cell)}, which is no number${column === Column.Count ? " from 0 up" : ""}`);
      good = false;
    }
  }
  if (good && Object.keys(read).length === 0) {
    say("no value");
    good = false;
  }
  return good ? read : undefined;
}

/** The type that a resource's id states: what follows the last `/providers/`, without the names. */
function typeOf(id: string | undefined): string | undefined {
  if (id === undefined) return undefined;
  const at = id.lastIndexOf("/providers/");
  const [namespace, ...parts] = at < 0 ? [] : id.slice(at + "/providers/".length).split("/");
  if (namespace === undefined || parts.length < 2) return undefined;
  return [namespace, ...parts.filter((_, index) => index % 2 === 0)].join("/");
}

function listed(file: string, problems: readonly string[]): string {
  const more = problems.length > LISTED ? [`and ${problems.length - LISTED} more mistakes`] : [];
  return `${file}:\n${[...problems.slice(0, LISTED), ...more].map((line) => `  ${line}`).join("\n")}`;
}
