import { tagRows } from "@ringfence/core/tags";
import { code, document, table } from "./markdown.mts";
import type { Page } from "./page.mts";

export function tagsPage(): Page {
  return {
    path: "docs/tags.md",
    text: document(
      "Operational tags",
      "packages/core/src/tags",
      "Six tags on every resource that takes tags (OE-R6). `environment` is the ring; the other five are the ring's `tags` argument.",
      table(
        ["Tag", "What it answers", "Allowed"],
        tagRows.map((row) => [code(row.name), row.purpose, row.allowed]),
      ),
    ),
  };
}
