import { globSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";

const root = join(import.meta.dirname, "../..");

/** The file of each rule, from the repository's root, by the id that the file states. */
export const ruleFiles: ReadonlyMap<string, string> = new Map(
  globSync("packages/policies/src/rules/*/*.ts", { cwd: root })
    .sort()
    .flatMap((file) =>
      [...readFileSync(join(root, file), "utf8").matchAll(/^ {2,}id: "([^"]+)"/gm)].map(
        ([, id = ""]) => [id, file] as const,
      ),
    ),
);

/** What a rule judges, by the folder that its file is in: `ai-account`. */
export function ruleFolder(id: string): string {
  const file = ruleFiles.get(id);
  if (file === undefined) throw new Error(`no file of packages/policies/src/rules states the id ${id}`);
  return basename(dirname(file));
}
