import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const folder = join(__dirname, "../../runbooks");

/** The shell of every runbook, by its file's name. A block inside a list is indented with it. */
export const blocks = readdirSync(folder)
  .filter((file) => file.endsWith(".md"))
  .map((file) => {
    const text = readFileSync(join(folder, file), "utf8");
    const found = [...text.matchAll(/^ *```bash\n([\s\S]*?)^ *```$/gm)];
    return [file, found.map(([, block = ""]) => block.replace(/^ {3}/gm, "")).join("\n")] as const;
  });
