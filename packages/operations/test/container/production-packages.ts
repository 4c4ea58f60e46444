import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";

export const root = join(__dirname, "..", "..", "..", "..");

/** The folders of the packages that `npm ci --omit=dev` installs for the jobs, from the root; by npm's own reckoning. */
export function productionPackages(): string[] {
  const workspaces = ["--workspace", "packages/core", "--workspace", "packages/operations"];
  const { packages } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")) as {
    packages: Record<string, object>;
  };
  return execFileSync("npm", ["ls", "--omit=dev", "--all", "--parseable", ...workspaces], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 16 * 1024 * 1024,
    stdio: ["ignore", "pipe", "ignore"],
  })
    .trimEnd()
    .split("\n")
    .map((folder) => relative(root, folder).split(sep).join("/"))
    .filter((folder) => folder.includes("node_modules/") && Object.hasOwn(packages, folder))
    .filter((folder) => !folder.startsWith("node_modules/@ringfence/"));
}
