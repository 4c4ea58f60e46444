import { readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(__dirname, "../..");

/** A ```ts block of a page. */
export interface PageSnippet {
  line: number;
  text: string;
  /** The file that its first line says it is, from the repository's root. */
  path?: string;
}

/** The ```ts blocks of a page, which is named from the repository's root. */
export function pageSnippets(page: string): PageSnippet[] {
  const text = readFileSync(join(root, page), "utf8");
  return [...text.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map((match) => {
    const [, block = ""] = match;
    const path = /^\/\/ (\S+\.ts)\n/.exec(block)?.[1];
    return { line: text.slice(0, match.index).split("\n").length, text: block, ...(path !== undefined && { path }) };
  });
}
