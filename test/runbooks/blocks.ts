import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const folder = join(__dirname, "../../runbooks");

const pages = readdirSync(folder)
  .filter((file) => file.endsWith(".md"))
  .map((file) => [file, readFileSync(join(folder, file), "utf8")] as const);

/** The shell of every runbook, by its file's name. A block inside a list is indented with it. */
export const blocks = pages.map(([file, text]) => {
  const found = [...text.matchAll(/^ *```bash\n([\s\S]*?)^ *```$/gm)];
  return [file, found.map(([, block = ""]) => block.replace(/^ {3}/gm, "")).join("\n")] as const;
});

/** The commands that a runbook names in its sentences, one a line, by its file's name. */
export const mentions = pages
  .map(([file, text]) => {
    const sentences = text.replace(/^ *```[\s\S]*?^ *```$/gm, "");
    const found = [...sentences.matchAll(/`((?:az|git|npx|nslookup|pulumi)\s[^`]+)`/g)];
    return [file, found.map(([, command = ""]) => command.replace(/\s+/g, " ")).join("\n")] as const;
  })
  .filter(([, commands]) => commands !== "");
