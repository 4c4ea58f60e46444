import { existsSync } from "node:fs";
import { UsageError } from "../../engine/usage-error";
import { ExitCode } from "../exit-code";
import { checkFolder } from "./check";
import type { RunbookFlags } from "./command";
import { findPage } from "./find-page";
import { listOf } from "./list";
import { knownPages } from "./pages";

/** The folder that a repository has after `ringfence runbook init runbooks`. */
const USUAL_FOLDER = "runbooks";

/** Lists the runbooks, prints one, or checks a folder of them. */
export function runRunbook(id: string | undefined, flags: RunbookFlags, today: Date = new Date()): void {
  const folder = folderOf(flags);
  if (flags.check === true) {
    if (id !== undefined) throw new UsageError("--check looks at all runbooks; leave the id out");
    if (folder === undefined)
      throw new UsageError(`there is no folder ${USUAL_FOLDER}; \`ringfence runbook init ${USUAL_FOLDER}\` makes it`);
    const { text, failed } = checkFolder(folder, flags.document, today);
    process.stdout.write(text);
    process.exitCode = failed ? ExitCode.Blocked : ExitCode.Clean;
    return;
  }
  if (flags.document !== undefined) throw new UsageError("--document goes with --check");
  const pages = knownPages(folder);
  process.stdout.write(id === undefined ? listOf(pages, today) : `${findPage(pages, id).text.trimEnd()}\n`);
}

function folderOf({ folder }: RunbookFlags): string | undefined {
  if (folder === undefined) return existsSync(USUAL_FOLDER) ? USUAL_FOLDER : undefined;
  if (!existsSync(folder)) throw new UsageError(`there is no folder ${folder}`);
  return folder;
}
