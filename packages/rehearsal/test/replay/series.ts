import type { MinuteSeries } from "../../src/replay/telemetry";

/** A series of an account's metric from its minutes' values; null is a minute without data. */
export function seriesOf(
  values: readonly (number | null)[],
  { metric = "Requests", dimensions = {}, service = "Microsoft.Test/things" }: Partial<MinuteSeries> = {},
): MinuteSeries {
  const sum = Float32Array.from(values, (value) => value ?? 0);
  const count = Float32Array.from(values, (value) => (value === null ? 0 : 1));
  return { service, metric, dimensions, sum, count, minimum: sum, maximum: sum };
}
