import { severities } from "@ringfence/core/severities";
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

function duration(minutes: number): string {
  const units: [number, string][] = [
    [24 * 60, "day"],
    [60, "hour"],
    [1, "minute"],
  ];
  const [size, unit] = units.find(([length]) => minutes % length === 0) ?? [1, "minute"];
  const count = minutes / size;
  return `${count} ${unit}${count === 1 ? "" : "s"}`;
}
