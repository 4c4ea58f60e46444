import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ReviewStatus, readReview } from "@ringfence/core/incident-reviews";
import type { WorkCalendar } from "@ringfence/core/on-call";

/** What the router has to know of reviews, because it cannot see the repository. */
export interface ReviewsArgs {
  /** The ids of the incidents whose review was held; `heldReviews("reviews")` reads them from the folder. */
  held: string[];
  /** The team's working days. Monday to Friday in UTC when left out. */
  calendar?: WorkCalendar;
}

/**
 * The ids of the incidents that a folder of reviews says were reviewed. A draft does not count, nor does a file with
 * mistakes; `npx ringfence reviews` says what is wrong with it. A folder that is not there has none.
 */
export function heldReviews(folder: string): string[] {
  return filesOf(folder)
    .map((file) => readReview(file, readFileSync(join(folder, file), "utf8")))
    .flatMap(({ review, problems }) =>
      review !== undefined && problems.length === 0 && review.status === ReviewStatus.Held ? [review.incident] : [],
    )
    .sort();
}

function filesOf(folder: string): string[] {
  try {
    return readdirSync(folder).filter((file) => file.endsWith(".md"));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}
