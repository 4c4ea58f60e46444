import { readFileSync } from "node:fs";
import { CsvError, parse } from "csv-parse/sync";
import { UsageError } from "../../engine";
import type { RecordedRow } from "./recorded-row";

/** The columns and rows of a CSV file. Throws a UsageError where it is none. */
export function readCsv(file: string): { columns: string[]; rows: RecordedRow[] } {
  // The library's types do not follow its option `info`.
  let records: { record: string[]; info: { lines: number } }[];
  try {
    records = parse(readFileSync(file), {
      bom: true,
      info: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as typeof records;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new UsageError(`${file}: ${error.message}`);
  }
  const [header, ...rest] = records;
  const columns = header?.record ?? [];
  const rows = rest.map(({ record, info }) => ({
    line: info.lines,
    cells: Object.fromEntries(
      record.flatMap((cell, index) => {
        const name = columns[index];
        return cell === "" || name === undefined ? [] : [[name, cell] as const];
      }),
    ),
  }));
  return { columns, rows };
}
