import type { SliCounts } from "./counts";
import { errorBudgetShare } from "./target";

/**
 * How many times faster than allowed the error budget is spent: the share of failures over the share that may fail.
 * 1 spends it exactly by the period's end. Undefined where nothing was seen: that is neither good nor bad.
 *
 * @param target In percent: 99.5.
 * @param expected How many there should have been; as many as were seen unless stated. For slices of time it is the
 * number that fit into the window, so that one bad slice in a quiet hour is one of sixty, not one of one.
 */
export function burnRate(counts: SliCounts, target: number, expected = counts.total): number | undefined {
  if (counts.total <= 0 || expected <= 0) return undefined;
  return (counts.total - counts.good) / expected / errorBudgetShare(target);
}
