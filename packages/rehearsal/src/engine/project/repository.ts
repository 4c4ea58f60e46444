import { existsSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";

/**
 * A project's folder in the Git repository that it lies in, `infra/claims`, with forward slashes. Undefined for the
 * repository's own root, and where there is none. Reports name files from there, as code hosts do.
 */
export function folderInRepository(projectRoot: string): string | undefined {
  for (let at = projectRoot; ; at = dirname(at)) {
    if (existsSync(join(at, ".git"))) return relative(at, projectRoot).split(sep).join("/") || undefined;
    if (at === dirname(at)) return undefined;
  }
}
