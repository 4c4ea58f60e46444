/** One value of a recorded file: a metric's minute for one combination of its dimensions. */
export interface RecordedRow {
  /** The line of a CSV file, the header's being 1; the row of a Parquet file, from 1. */
  line: number;
  /** What its columns hold, by the column's name as written; empty cells are left out. */
  cells: Readonly<Record<string, string | number | Date>>;
}
