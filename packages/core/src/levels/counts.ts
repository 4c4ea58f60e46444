/** What was seen in some stretch of time: events, or slices of time that are good or bad as a whole. */
export interface SliCounts {
  /** How many were good. A whole number, at most `total`. */
  readonly good: number;
  /** How many there were. A whole number. */
  readonly total: number;
}

/** How an objective spends its error budget (OpenSLO's words). */
export const BudgetingMethod = {
  /** Each event counts: a busy hour weighs more than a quiet one. */
  Occurrences: "occurrences",
  /** Each slice of time counts, good or bad as a whole; a busy one weighs no more than a quiet one. */
  Timeslices: "timeslices",
} as const;
export type BudgetingMethod = (typeof BudgetingMethod)[keyof typeof BudgetingMethod];

/** Nothing seen yet. */
export const nothingSeen: SliCounts = { good: 0, total: 0 };

/** What was seen in two stretches of time together. */
export function sumOf(counts: Iterable<SliCounts>): SliCounts {
  let [good, total] = [0, 0];
  for (const each of counts) {
    good += each.good;
    total += each.total;
  }
  return { good, total };
}
