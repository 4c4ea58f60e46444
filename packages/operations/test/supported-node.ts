import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** The repository's own Node: what runs in a process of its own needs a newer one than some machines have. */
export function supportedNode(): string {
  const folder = dirname(require.resolve("node/package.json"));
  const { bin } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { bin: { node: string } };
  return join(folder, bin.node);
}
