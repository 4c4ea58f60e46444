import type { MinuteSeries } from "../telemetry";
import type { DimensionFilter } from "./replay-rule";

/** A series' values of the dimensions that a rule names, as a label; undefined where the rule leaves the series out. */
export function combinationOf(
  { dimensions }: Pick<MinuteSeries, "dimensions">,
  filters: readonly DimensionFilter[],
): string | undefined {
  const parts: string[] = [];
  for (const filter of filters) {
    const value = dimensionValue(dimensions, filter.name);
    if (value === undefined || !includes(filter, value)) return undefined;
    parts.push(`${filter.name}=${value}`);
  }
  return parts.join(", ");
}

/** Azure does not tell upper from lower case in the names of dimensions. */
function dimensionValue(dimensions: Readonly<Record<string, string>>, name: string): string | undefined {
  const key = Object.keys(dimensions).find((one) => one.toLowerCase() === name.toLowerCase());
  return key === undefined ? undefined : dimensions[key];
}

function includes({ operator, values }: DimensionFilter, value: string): boolean {
  const named = (one: string) =>
    one === "*" || (operator === "StartsWith" ? value.startsWith(one) : one.toLowerCase() === value.toLowerCase());
  return values.some(named) !== (operator === "Exclude");
}
