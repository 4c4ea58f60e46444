import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "./page.mts";

const docs = join(import.meta.dirname, "..");

/** Markdown files in docs/ that no page generates any more: a rule that went away leaves no page behind. */
export function orphans(pages: Page[]): string[] {
  const generated = new Set(pages.map((page) => page.path));
  return readdirSync(docs, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".md") && !generated.has(join("docs", file)))
    .map((file) => join(docs, file));
}
