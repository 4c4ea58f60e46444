import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "./page.mts";

const root = join(import.meta.dirname, "../..");

export function fileOf(page: Page): string {
  return join(root, page.path);
}

/** What the page's file holds now; empty where there is none. */
export function present(page: Page): string {
  return existsSync(fileOf(page)) ? readFileSync(fileOf(page), "utf8") : "";
}

/** What the page's file should hold: all of it, or its present text with one region made anew. */
export function wanted(page: Page, text: string): string {
  if (page.region === undefined) return page.text;
  const [start, end] = [`<!-- generated: ${page.region} -->`, `<!-- /generated: ${page.region} -->`];
  const [from, to] = [text.indexOf(start), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`${page.path} has no region ${start} … ${end}`);
  return `${text.slice(0, from + start.length)}\n${page.text}\n${text.slice(to)}`;
}
