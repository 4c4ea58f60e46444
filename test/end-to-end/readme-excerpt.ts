import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./ringfence";

/** The lines of an excerpt of real output in the README. */
export function excerpt(name: string): string[] {
  const readme = readFileSync(join(root, "README.md"), "utf8");
  const [, text = ""] = new RegExp(`<!-- excerpt: ${name} -->\n\`\`\`\n([\\s\\S]*?)\`\`\`\n`).exec(readme) ?? [];
  return text.split("\n").filter((line) => line.trim() !== "");
}
