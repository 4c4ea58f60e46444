import { copyFileSync, existsSync, mkdirSync } from "node:fs";
import { basename, join } from "node:path";
import { counted } from "../../report/view/wording";
import { pagesIn, shippedFolder } from "./pages";

/** Copies the shipped pages into a folder; what is there already is the user's and stays. */
export function initFolder(folder: string): void {
  mkdirSync(folder, { recursive: true });
  const targets = pagesIn(shippedFolder()).map(({ file }) => ({ file, target: join(folder, basename(file)) }));
  const absent = targets.filter(({ target }) => !existsSync(target));
  for (const { file, target } of absent) copyFileSync(file, target);
  const kept = targets.length - absent.length;
  const rest = kept > 0 ? `; kept what was there already (${counted(kept, "file")})` : "";
  process.stdout.write(
    `${counted(absent.length, "runbook")} copied to ${folder}${rest}\n` +
      `Read each once, set its reviewed day, and point the ring at them: runbooksUrl: "https://<your repository>/${folder}"\n`,
  );
}
