import { readFileSync } from "node:fs";
import { join } from "node:path";

const file = join(__dirname, "..", "..", "..", "data", "api-versions.json");

let table: Readonly<Record<string, readonly string[]>> | undefined;

/** The API versions of an ARM type, the oldest first; none for a type that nothing is known of. */
export function apiVersionsOf(armType: string): readonly string[] {
  table ??= JSON.parse(readFileSync(file, "utf8")) as Readonly<Record<string, readonly string[]>>;
  return table[armType.toLowerCase()] ?? [];
}
