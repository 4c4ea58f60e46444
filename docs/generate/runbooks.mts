import { alertsServedBy } from "@ringfence/core/alerts";
import { runbooks } from "@ringfence/core/runbooks";
import { code, document, table } from "./markdown.mts";
import type { Page } from "./page.mts";

export function runbooksPage(): Page {
  return {
    path: "docs/runbooks.md",
    text: document(
      "Runbooks",
      "packages/core/src/runbooks",
      "What to do when an alert fires. Every alert links to one of these.",
      table(
        ["Runbook", "What has happened", "Severity in prod", "Kept true by", "Opened by"],
        Object.values(runbooks).map((row) => [
          `[${row.id}](../runbooks/${row.id}.md)`,
          row.title,
          row.severity,
          row.owner,
          row.openedBy ||
            alertsServedBy(row.id)
              .map((alert) => code(alert.id))
              .join(", "),
        ]),
      ),
    ),
  };
}
