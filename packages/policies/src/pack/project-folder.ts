import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { PackEnvironment } from "./environment";
import { parseYaml } from "./parse-yaml";

const PROJECT_FILES = ["Pulumi.yaml", "Pulumi.yml"];

/** Where a project lies. */
export interface ProjectFolder {
  /** The folder of Pulumi.yaml. */
  root: string;
  /** The program's folder: what `main` names, else the root. */
  program: string;
}

/**
 * The folder of the project whose program is judged. The engine does not tell a pack, so the folders that the pack
 * knows of are searched upwards for a Pulumi.yaml of the project's name.
 */
export function findProject({ folders, project }: PackEnvironment): ProjectFolder | undefined {
  for (const folder of folders)
    for (let at = resolve(folder); ; at = dirname(at)) {
      const found = projectAt(at, project);
      if (found !== undefined) return found;
      if (at === dirname(at)) break;
    }
  return undefined;
}

function projectAt(folder: string, project: string | undefined): ProjectFolder | undefined {
  const file = PROJECT_FILES.map((name) => join(folder, name)).find(existsSync);
  if (file === undefined) return undefined;
  const { name, main } = Object(parseYaml(readFileSync(file, "utf8"))) as { name?: unknown; main?: unknown };
  if (project !== undefined && name !== project) return undefined;
  return { root: folder, program: typeof main === "string" ? resolve(folder, main) : folder };
}
