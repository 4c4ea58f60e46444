import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { cpus, totalmem } from "node:os";

const require = createRequire(import.meta.url);

/** The machine and the versions that a figure belongs to. */
export function machine(): string {
  const [cpu] = cpus();
  const version = (name: string) => JSON.parse(readFileSync(require.resolve(`${name}/package.json`), "utf8")).version;
  return [
    `${cpus().length} × ${cpu?.model ?? "unknown processor"}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${process.platform} ${process.arch}`,
    `Node ${process.versions.node}, @pulumi/pulumi ${version("@pulumi/pulumi")}, @pulumi/azure-native ${version("@pulumi/azure-native")}, @pulumi/policy ${version("@pulumi/policy")}`,
  ].join("\n");
}
