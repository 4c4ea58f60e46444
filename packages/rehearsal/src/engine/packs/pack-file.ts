import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { isRecord, type NodeRuntime, readRuntime, readYaml } from "../project/project";
import { UsageError } from "../usage-error";

/** A policy pack's folder, as `PulumiPolicy.yaml` describes it. */
export interface PackFile {
  directory: string;
  /** Overrides the version in package.json. */
  version?: string;
  runtime: NodeRuntime;
  /** What Node loads, relative to the folder; `.` leaves the choice to package.json. */
  entryPoint: string;
}

/** Reads a pack's `PulumiPolicy.yaml`. Throws a UsageError where there is none. */
export function readPackFile(directory: string): PackFile {
  const folder = resolve(directory);
  const file = ["PulumiPolicy.yaml", "PulumiPolicy.yml"]
    .map((name) => join(folder, name))
    .find((path) => existsSync(path));
  if (!file) throw new UsageError(`${directory}: not a policy pack; it has no PulumiPolicy.yaml`);
  const content = readYaml(file);
  return {
    directory: folder,
    runtime: readRuntime(file, isRecord(content.runtime) ? content.runtime : (content.runtime ?? "nodejs")),
    entryPoint: typeof content.main === "string" && content.main !== "" ? content.main : ".",
    ...(content.version === undefined ? {} : { version: String(content.version) }),
  };
}

/**
 * The packs that judge a project when none are named: those that its package.json lists
 * (`"ringfence": { "policyPacks": ["policy-packs/tagging"] }`), else all in its `policy-packs` folder.
 */
export function packsOfProject(root: string): string[] {
  return listedPacks(join(root, "package.json"))?.map((pack) => join(root, pack)) ?? packsInFolder(root);
}

function listedPacks(file: string): string[] | undefined {
  if (!existsSync(file)) return undefined;
  const { ringfence } = JSON.parse(readFileSync(file, "utf8")) as { ringfence?: unknown };
  if (!isRecord(ringfence) || ringfence.policyPacks === undefined) return undefined;
  const packs = ringfence.policyPacks;
  if (Array.isArray(packs) && packs.every((pack) => typeof pack === "string")) return packs;
  throw new UsageError(`${file}: ringfence.policyPacks is not a list of folders`);
}

function packsInFolder(root: string): string[] {
  const folder = join(root, "policy-packs");
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .sort()
    .map((name) => join(folder, name))
    .filter((path) => existsSync(join(path, "PulumiPolicy.yaml")) || existsSync(join(path, "PulumiPolicy.yml")));
}
