/** A latency bound as people write it (`800ms`, `4s`, `1.5s`), in milliseconds; undefined for anything else. */
export function boundMilliseconds(text: string): number | undefined {
  const [, number = "", unit = ""] = /^(\d+(?:\.\d+)?)(ms|s)$/.exec(text) ?? [];
  if (unit === "") return undefined;
  const milliseconds = Math.round(Number(number) * (unit === "s" ? 1000 : 1));
  return milliseconds > 0 ? milliseconds : undefined;
}
