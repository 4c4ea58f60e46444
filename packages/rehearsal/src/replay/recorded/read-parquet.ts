import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects, parquetSchema } from "hyparquet";
import { UsageError } from "../../engine";
import type { RecordedRow } from "./recorded-row";

/** The columns and rows of a Parquet file. Throws a UsageError where it is none, or uses a codec that is not read. */
export async function readParquet(file: string): Promise<{ columns: string[]; rows: RecordedRow[] }> {
  const buffer = await asyncBufferFromFile(file);
  try {
    const metadata = await parquetMetadataAsync(buffer);
    const columns = parquetSchema(metadata).children.map(({ element }) => element.name);
    const objects = await parquetReadObjects({ file: buffer, metadata });
    return { columns, rows: objects.map((object, index) => ({ line: index + 1, cells: cellsOf(object) })) };
  } catch (error) {
    throw new UsageError(
      `${file}: no Parquet file that can be read: ${error instanceof Error ? error.message : error}`,
    );
  }
}

function cellsOf(object: Readonly<Record<string, unknown>>): RecordedRow["cells"] {
  const cells: Record<string, string | number | Date> = {};
  for (const [name, value] of Object.entries(object)) {
    if (value === null || value === undefined || value === "") continue;
    if (typeof value === "bigint") cells[name] = Number(value);
    else cells[name] = typeof value === "number" || value instanceof Date ? value : String(value);
  }
  return cells;
}
