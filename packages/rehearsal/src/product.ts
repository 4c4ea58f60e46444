import { readFileSync } from "node:fs";
import { join } from "node:path";

/** What reports and the command line say of this package itself. */
export const product = { name: "Ringfence", home: "https://github.com/ringfence/ringfence" } as const;

/** The version in this package's manifest, which lies beside its sources and its build alike. */
export function productVersion(): string {
  const manifest = readFileSync(join(__dirname, "../package.json"), "utf8");
  return (JSON.parse(manifest) as { version: string }).version;
}
