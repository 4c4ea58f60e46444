import { severities } from "@ringfence/core/severities";
import { duration } from "./duration.mts";
import { document, table, yesNo } from "./markdown.mts";
import type { Page } from "./page.mts";

export function severitiesPage(): Page {
  return {
    path: "docs/severities.md",
    text: document(
      "Severities",
      "packages/core/src/severities",
      "What each severity promises (OE-R10), counted from the alert.",
      table(
        [
          "",
          "Meaning",
          "Taken by a person within",
          "Users no longer affected within",
          "Pages",
          "Told first",
          "Then",
          "Review",
        ],
        Object.entries(severities).map(([name, level]) => [
          name,
          level.meaning,
          duration(level.timeToAcknowledgeMinutes),
          duration(level.timeToMitigateMinutes),
          yesNo(level.pages),
          level.notifies,
          level.escalatesTo.join(", then ") || "nobody",
          yesNo(level.needsReview),
        ]),
      ),
    ),
  };
}
