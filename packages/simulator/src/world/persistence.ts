import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import type { DeletedResource, WorldResource } from "./resource";

/** What of a world outlives the process. */
interface KeptWorld {
  resources: readonly WorldResource[];
  deleted: readonly DeletedResource[];
}

/**
 * Reads a kept world; a file that is not there is an empty one.
 *
 * @throws Error naming the file when it holds something else.
 */
export function readWorld(file: string): KeptWorld {
  if (!existsSync(file)) return { resources: [], deleted: [] };
  try {
    const kept = JSON.parse(readFileSync(file, "utf8")) as KeptWorld;
    if (!Array.isArray(kept.resources) || !Array.isArray(kept.deleted)) throw new Error("no resources in it");
    return kept;
  } catch (error) {
    throw new Error(
      `${file} is not a simulated Azure's state: ${(error as Error).message}. Remove it to start afresh.`,
    );
  }
}

/** Writes the world beside the file and moves it into place, so that a crash leaves the old one whole. */
export function writeWorld(file: string, world: KeptWorld): void {
  const beside = `${file}.new`;
  writeFileSync(beside, JSON.stringify(world), { mode: 0o600 });
  renameSync(beside, file);
}
