import type { LevelBin } from "@ringfence/core/levels";
import { LogQueryFailed, type LogRow } from "../ports";

/**
 * The series that an indicator's query gave, in order.
 *
 * @throws LogQueryFailed for a row that has not the columns of one: counting it as nothing would look like good news.
 */
export function seriesOf(rows: readonly LogRow[]): LevelBin[] {
  return rows.map(binOf).sort((one, other) => one.at.getTime() - other.at.getTime());
}

function binOf(row: LogRow): LevelBin {
  const at = row.Bin instanceof Date ? row.Bin : new Date(String(row.Bin));
  const [good, total, seen] = [row.Good, row.Total, row.Seen].map(Number);
  if (Number.isNaN(at.getTime()) || !isCount(good) || !isCount(total) || !isCount(seen) || good > total)
    throw new LogQueryFailed(`a row of the series makes no sense: ${JSON.stringify(row)}`);
  return { at, good, total, seen };
}

function isCount(value: number | undefined): value is number {
  return value !== undefined && Number.isFinite(value) && value >= 0;
}
