import { median } from "../median.mts";

/** Evaluations a second between two sizes: what starting costs is in both, and drops out. */
export function marginal(rules: number, sizes: readonly number[], seconds: readonly (readonly number[])[]): number {
  const [small = 0, large = 0] = sizes;
  const [fewer = [], more = []] = seconds;
  return (rules * (large - small)) / (median([...more]) - median([...fewer]));
}

/** `1,234,000`, to three digits. */
export function rounded(value: number): string {
  return Number(value.toPrecision(3)).toLocaleString("en");
}
