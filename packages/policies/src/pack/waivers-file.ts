import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { Problem } from "@ringfence/core/problems";
import type { PackEnvironment } from "./environment";
import { parseYaml } from "./parse-yaml";
import { findProject } from "./project-folder";

const FILE = "waivers.yaml";

/** What was read, or why it could not be. */
export interface WaiversFile {
  /** What the file holds; undefined if there is none. */
  content: unknown;
  problems: Problem[];
}

/**
 * Reads the waivers: the file that the configuration names (from the project's folder, where that is found), else
 * `waivers.yaml` in the program's folder or in the project's.
 */
export function readWaiversFile(environment: PackEnvironment, named: string | undefined): WaiversFile {
  const project = findProject(environment);
  if (named !== undefined)
    return read(resolve(project?.root ?? environment.folders.at(-1) ?? ".", named), "waiversFile");
  if (project === undefined) return { content: undefined, problems: [] };
  const found = [project.program, project.root]
    .map(folderOf)
    .map((folder) => join(folder, FILE))
    .find(existsSync);
  return found === undefined ? { content: undefined, problems: [] } : read(found, FILE);
}

/** `main` may name a file. */
function folderOf(path: string): string {
  return existsSync(path) && statSync(path).isFile() ? dirname(path) : path;
}

function read(file: string, path: string): WaiversFile {
  try {
    return { content: parseYaml(readFileSync(file, "utf8")), problems: [] };
  } catch (error) {
    const why = (error as NodeJS.ErrnoException).code === "ENOENT" ? "no such file" : "not readable as YAML";
    return { content: undefined, problems: [{ path, problem: `${why}; without it no waiver holds` }] };
  }
}
