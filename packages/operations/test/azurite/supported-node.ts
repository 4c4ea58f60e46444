import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** Seen from whatever was started, jest or a script of this repository: both find its packages. */
export const { resolve: packageFile } = createRequire(process.argv[1] ?? "/");

/** The repository's own Node: what runs in a process of its own needs a newer one than some machines have. */
export function supportedNode(): string {
  const folder = dirname(packageFile("node/package.json"));
  const { bin } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { bin: { node: string } };
  return join(folder, bin.node);
}
