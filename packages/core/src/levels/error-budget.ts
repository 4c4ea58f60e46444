import type { SliCounts } from "./counts";
import { errorBudgetShare } from "./target";

/** How much of an error budget is gone. */
export interface ErrorBudget {
  /** How many may fail over the whole period, of what is expected. */
  readonly allowed: number;
  /** How many have failed. */
  readonly spent: number;
  /** The share of the budget that is gone: 1 is all of it, more is too much. */
  readonly consumed: number;
  /** The share that is left: 1 − consumed; negative once the objective is missed. */
  readonly remaining: number;
}

/**
 * The error budget of a period, weighted by traffic: each event weighs the same, whenever it came.
 *
 * @param target In percent: 99.5.
 * @param expected How many there will have been by the period's end; as many as were seen unless stated, which is
 * right at the end of a period. `expectedByEnd` reckons it earlier.
 */
export function errorBudget(counts: SliCounts, target: number, expected = counts.total): ErrorBudget | undefined {
  if (counts.total <= 0 || expected <= 0) return undefined;
  const allowed = expected * errorBudgetShare(target);
  const spent = counts.total - counts.good;
  const consumed = spent / allowed;
  return { allowed, spent, consumed, remaining: 1 - consumed };
}

/** The share of the budget that an indicator's value over a whole period has consumed; 0 where nothing was seen (below 0). */
export function consumedBy(sli: number, target: number): number {
  return sli < 0 ? 0 : (1 - sli) / errorBudgetShare(target);
}

/**
 * How many events a period will have had by its end if traffic goes on as it did so far.
 *
 * @param elapsed The part of the period that is over, 0 to 1.
 */
export function expectedByEnd(total: number, elapsed: number): number {
  return elapsed <= 0 ? 0 : total / Math.min(1, elapsed);
}

/** How much time a budget of slices is, in minutes: 302.4 seconds for 99.95 % of a week. */
export function budgetMinutes(periodMinutes: number, target: number): number {
  return periodMinutes * errorBudgetShare(target);
}
