import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type RunbookPage, readRunbookPage } from "@ringfence/core/runbooks";

/** A page and the text of its file. */
export interface PageFile extends RunbookPage {
  file: string;
  text: string;
}

/** Where the shipped pages are: within the published package, or beside the packages in the repository. */
export function shippedFolder(): string {
  const core = join(dirname(require.resolve("@ringfence/core/runbooks")), "../..");
  const published = join(core, "runbooks");
  return existsSync(published) ? published : join(core, "../../runbooks");
}

/** The pages of a folder by id: every Markdown file but its README. */
export function pagesIn(folder: string): PageFile[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".md") && file.toLowerCase() !== "readme.md")
    .sort()
    .map((name) => {
      const file = join(folder, name);
      const text = readFileSync(file, "utf8");
      return { ...readRunbookPage(name.replace(/\.md$/, ""), text), file, text };
    });
}

/** The user's pages, and the shipped ones of which the user has none. */
export function knownPages(folder: string | undefined): PageFile[] {
  const own = folder === undefined ? [] : pagesIn(folder);
  const shipped = pagesIn(shippedFolder()).filter(({ id }) => !own.some((page) => page.id === id));
  return [...own, ...shipped].sort((a, b) => (a.id < b.id ? -1 : 1));
}
