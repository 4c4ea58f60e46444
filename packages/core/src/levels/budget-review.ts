import type { SliCounts } from "./counts";
import { errorBudget, expectedByEnd } from "./error-budget";
import type { Period } from "./period";
import { spanAt } from "./period";

/** The share of the budget whose loss before the middle of the period opens a review (OE-R3). */
export const REVIEW_SHARE = 0.5;

/** What a review is decided from. */
export interface ReviewFacts {
  readonly period: Period;
  /** In percent. */
  readonly target: number;
  readonly now: Date;
  /** What the period has shown so far; for a rolling one, its whole length up to now. */
  readonly inPeriod: SliCounts;
  /** What the last half of a rolling period has shown; nothing for a calendar's. */
  readonly inLastHalf: SliCounts;
  /** The slices that the whole period holds, for an objective over slices of time; left out for events. */
  readonly slicesInPeriod?: number;
  /** The part of a rolling period for which there are events at all, 0 to 1: a new service has less than a period. */
  readonly observed: number;
  /** Fewer events say nothing. */
  readonly minimumEvents: number;
  /** When the last review of this objective was opened; undefined for none. */
  readonly lastReview: Date | undefined;
}

/** What came of it. */
export interface ReviewDecision {
  /** Whether a review must be opened now. */
  readonly due: boolean;
  /** Whether one stands for this period: it is due, or was opened earlier. */
  readonly standing: boolean;
  /** The share of the whole period's budget that is gone by the rule's reckoning; undefined where nothing can be said. */
  readonly consumed: number | undefined;
  /** One value a period: what is opened under it twice is one review. */
  readonly key: string;
}

/**
 * Whether more than half of the budget is gone before the middle of the period, and no review was opened for it yet.
 *
 * A calendar's period has a middle: what has failed so far is compared with the budget of the whole period, whose
 * traffic is expected to go on as it did so far; after the middle nothing is opened. A rolling period has none: what
 * failed in its last half is compared with the budget of the whole, at any moment, and one review stands for as many
 * days as the period has.
 */
export function reviewDecision(facts: ReviewFacts): ReviewDecision {
  return facts.period.kind === "calendar" ? calendarReview(facts) : rollingReview(facts, facts.period.days);
}

function calendarReview(facts: ReviewFacts): ReviewDecision {
  const { period, now, inPeriod, slicesInPeriod, lastReview } = facts;
  const { start, end } = spanAt(period, now);
  const elapsed = (now.getTime() - start.getTime()) / (end.getTime() - start.getTime());
  const consumed = share(facts, inPeriod, slicesInPeriod ?? expectedByEnd(inPeriod.total, elapsed));
  const already = lastReview !== undefined && lastReview >= start && lastReview < end;
  const due = consumed !== undefined && consumed > REVIEW_SHARE && elapsed <= 0.5 && !already;
  return { due, standing: due || already, consumed, key: start.toISOString() };
}

function rollingReview(facts: ReviewFacts, days: number): ReviewDecision {
  const { now, inPeriod, inLastHalf, slicesInPeriod, observed, lastReview } = facts;
  const consumed = share(facts, inLastHalf, slicesInPeriod ?? expectedByEnd(inPeriod.total, observed));
  const length = days * 86_400_000;
  const already = lastReview !== undefined && now.getTime() - lastReview.getTime() < length;
  const due = consumed !== undefined && consumed > REVIEW_SHARE && !already;
  return { due, standing: due || already, consumed, key: already ? lastReview.toISOString() : now.toISOString() };
}

function share({ target, minimumEvents, inPeriod }: ReviewFacts, counts: SliCounts, expected: number) {
  if (inPeriod.total < minimumEvents) return undefined;
  return errorBudget(counts, target, expected)?.consumed;
}
