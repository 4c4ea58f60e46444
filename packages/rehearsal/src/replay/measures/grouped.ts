import { LOGS, type MinuteSeries, seriesOf, type Telemetry } from "../telemetry";

/** What holds of a recorded series that does not say. */
const usual: Readonly<Record<string, string>> = { Spills: "no" };

/** Log series by their value of a dimension, as a query's `by` groups its rows; all in one group where none is named. */
export function grouped(
  telemetry: Telemetry,
  log: string,
  by: string | undefined,
  only: Readonly<Record<string, string>> = {},
): Map<string, MinuteSeries[]> {
  const groups = new Map<string, MinuteSeries[]>();
  for (const one of seriesOf(telemetry, LOGS, log)) {
    if (Object.entries(only).some(([name, value]) => (one.dimensions[name] ?? usual[name]) !== value)) continue;
    const of = by === undefined ? "" : `${by}=${one.dimensions[by] ?? ""}`;
    groups.set(of, [...(groups.get(of) ?? []), one]);
  }
  return groups;
}
