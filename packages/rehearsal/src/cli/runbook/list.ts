import { Exercise, type RunbookFrontMatter, reviewDue, reviewLateBy } from "@ringfence/core/runbooks";
import type { PageFile } from "./pages";

/** All pages, one line each, with a sum below. */
export function listOf(pages: readonly PageFile[], today: Date): string {
  const rows = pages.map(({ id, frontMatter }) => ({
    id,
    severity: frontMatter?.severity ?? "",
    review: frontMatter === undefined ? "unreadable" : reviewOf(frontMatter, today),
    title: frontMatter?.title ?? "ringfence runbook --check says what is wrong with it",
  }));
  const widthOf = (key: "id" | "severity" | "review") => Math.max(0, ...rows.map((row) => row[key].length));
  const [id, severity, review] = [widthOf("id"), widthOf("severity"), widthOf("review")];
  const lines = rows.map((row) =>
    [row.id.padEnd(id), row.severity.padEnd(severity), row.review.padEnd(review), row.title].join("  "),
  );
  const never = pages.filter(({ frontMatter }) => frontMatter?.lastExercised.how === Exercise.Never).length;
  return [...lines, "", `${pages.length} runbooks; ${never} never exercised`, ""].join("\n");
}

function reviewOf(page: RunbookFrontMatter, today: Date): string {
  const late = reviewLateBy(page, today);
  return late > 0 ? `review ${late} days late` : `review by ${reviewDue(page)}`;
}
