/** Minutes in the largest unit that fits them. */
export function duration(minutes: number): string {
  const units: [number, string][] = [
    [24 * 60, "day"],
    [60, "hour"],
    [1, "minute"],
  ];
  const [size, unit] = units.find(([length]) => minutes % length === 0) ?? [1, "minute"];
  const count = minutes / size;
  return `${count} ${unit}${count === 1 ? "" : "s"}`;
}
