import type { Objective, ReviewDecision } from "@ringfence/core/levels";
import type { Log } from "../observability";
import { type Entry, type Journal, JournalConflict } from "../ports";

/** The last review of an objective's error budget, as the journal keeps it. */
export interface ReviewEntry {
  /** When it was opened. */
  readonly openedAt: string;
  /** The percent of the period's budget that was gone then, rounded up to a tenth: over half stays over half. */
  readonly percentGone: number;
}

/** What opening a review works with. */
export interface ReviewPorts {
  readonly journal: Journal<ReviewEntry>;
  readonly log: Log;
  /** Writes nothing down. */
  readonly dryRun: boolean;
}

/**
 * The review that stands, if one does; one that is due is written down first. Nobody is told here: what is measured of
 * it fires the alert `level-review-due`, which opens the incident. The journal remembers that the period has its review,
 * however often and however many evaluators run, and at which share it was opened.
 */
export async function standingReview(
  { name }: Objective,
  { due, standing, consumed = 0 }: ReviewDecision,
  entry: Entry<ReviewEntry> | undefined,
  { journal, log, dryRun }: ReviewPorts,
  now: Date,
): Promise<ReviewEntry | undefined> {
  if (!standing) return undefined;
  if (!due) return entry?.value;
  const opened: ReviewEntry = { openedAt: now.toISOString(), percentGone: percentUp(consumed) };
  if (dryRun) return opened;
  try {
    await (entry === undefined ? journal.create(name, opened) : journal.replace(entry, opened));
  } catch (error) {
    if (!(error instanceof JournalConflict)) throw error;
    // Another run was faster; its review is the one.
    return (await journal.read(name))?.value;
  }
  log.info("a review of the error budget is opened", { objective: name, ...opened });
  return opened;
}

/** In percent, up to the next tenth; what is no more than floating point's own error is none. */
function percentUp(share: number): number {
  return Math.ceil(Number((share * 1000).toFixed(6))) / 10;
}
