import { NoData } from "../alerts/alert-row";
import { burnRate } from "./burn-rate";
import type { BurnRateRule } from "./burn-windows";
import { BudgetingMethod, type SliCounts } from "./counts";

/** What a rule's windows showed. */
export const Evidence = {
  /** Enough to judge by. */
  Enough: "enough",
  /** Something, but less than the stated minimum: no verdict, and not good either. */
  LowTraffic: "low-traffic",
  /** Enough events, but fewer failures than it takes: not worth telling, whatever share they are. */
  FewFailures: "few-failures",
  /** Nothing at all in the long window. */
  None: "none",
} as const;
export type Evidence = (typeof Evidence)[keyof typeof Evidence];

/** How a rule's windows are judged, besides the rule itself. */
export interface BurnJudgement {
  /** In percent: 99.5. */
  readonly target: number;
  readonly method: BudgetingMethod;
  /** The length of a slice in minutes; for objectives over slices of time. */
  readonly sliceMinutes: number;
  /** Events, or slices, that the long window must have shown before it is judged; 1 judges whatever there is. */
  readonly minimumEvents: number;
  /** Failures that the long window must have shown before a rule fires; 1 if left out. */
  readonly minimumFailures?: number;
  /** Whether silence in the long window fires the rule. */
  readonly noData: NoData;
}

/** What a rule says at a moment. */
export interface BurnVerdict {
  readonly rule: BurnRateRule;
  readonly evidence: Evidence;
  /** Undefined where the window showed nothing. */
  readonly shortBurnRate: number | undefined;
  readonly longBurnRate: number | undefined;
  /** Whether both windows are over the factor, or silence counts as that; the rule's waiting time comes after it. */
  readonly over: boolean;
}

/**
 * Judges one rule by what its two windows showed. It is over where both burn rates are over the factor, the short one
 * because the burn must still go on, the long one because it must be worth telling: over it as Sloth has it, not at it.
 * Slices of time that showed nothing are good where silence is quiet and bad where silence fires.
 */
export function burnVerdict(rule: BurnRateRule, short: SliCounts, long: SliCounts, how: BurnJudgement): BurnVerdict {
  const shortBurnRate = windowBurnRate(short, rule.shortMinutes, how);
  const longBurnRate = windowBurnRate(long, rule.longMinutes, how);
  const evidence = evidenceOf(long, how);
  const over =
    evidence === Evidence.None
      ? how.noData === NoData.Fires
      : evidence === Evidence.Enough && (shortBurnRate ?? 0) > rule.factor && (longBurnRate ?? 0) > rule.factor;
  return { rule, evidence, shortBurnRate, longBurnRate, over };
}

/** The first rule, in the order given, that is over; undefined where none is. */
export function firstOver(verdicts: readonly BurnVerdict[]): BurnVerdict | undefined {
  return verdicts.find((verdict) => verdict.over);
}

function windowBurnRate(counts: SliCounts, windowMinutes: number, how: BurnJudgement): number | undefined {
  if (how.method === BudgetingMethod.Occurrences) return burnRate(counts, how.target);
  const expected = Math.max(windowMinutes / how.sliceMinutes, counts.total);
  if (how.noData === NoData.Quiet) return burnRate(counts, how.target, expected);
  return burnRate({ good: counts.good, total: expected }, how.target, expected);
}

function evidenceOf(long: SliCounts, { minimumEvents, minimumFailures = 1, method }: BurnJudgement): Evidence {
  if (long.total <= 0) return Evidence.None;
  if (long.total < minimumEvents) return Evidence.LowTraffic;
  const isFew = method === BudgetingMethod.Occurrences && long.total - long.good < minimumFailures;
  return isFew ? Evidence.FewFailures : Evidence.Enough;
}
