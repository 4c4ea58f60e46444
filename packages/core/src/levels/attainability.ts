import type { BurnRateRule } from "./burn-windows";
import { durationText } from "./duration";
import { errorBudgetShare } from "./target";

/** The fastest that a budget can be spent: everything fails. 1 ÷ (1 − target); the target in percent. */
export function maximumBurnRate(target: number): number {
  return 1 / errorBudgetShare(target);
}

/** Whether a rule fires when everything fails. One that does not can never fire. */
export function canFire(rule: Pick<BurnRateRule, "factor">, target: number): boolean {
  return rule.factor < maximumBurnRate(target);
}

/** The lowest target, in percent with two decimals, under which a rule can fire: 93.06 for a factor of 14.4. */
export function leastTarget(rule: Pick<BurnRateRule, "factor">): number {
  return (Math.floor((1 - 1 / rule.factor) * 10_000) + 1) / 100;
}

/**
 * Minutes from the start of failures to the moment when the long window's burn rate passes the factor, after a long
 * time without any, and the failures have arrived: factor × (1 − target) ÷ error ratio × long window, plus the lag.
 * Undefined where it never does. The time between two evaluations comes on top.
 *
 * @param lag Minutes by which the events arrive late, as `lagMinutes` says of an objective; none unless stated.
 */
export function detectionMinutes(
  rule: Pick<BurnRateRule, "factor" | "longMinutes">,
  target: number,
  errorRatio: number,
  lag = 0,
): number | undefined {
  const threshold = rule.factor * errorBudgetShare(target);
  return errorRatio > threshold ? (threshold / errorRatio) * rule.longMinutes + lag : undefined;
}

/**
 * Why a rule can never fire under a target, with the arithmetic and what to do; undefined where it can.
 *
 * @param sliceMinutes The length of a slice, for an objective that counts slices of time.
 */
export function neverFires(rule: BurnRateRule, target: number, sliceMinutes?: number): string | undefined {
  if (sliceMinutes !== undefined && sliceMinutes > rule.shortMinutes)
    return (
      `${rule.id} can never fire: its short window of ${durationText(rule.shortMinutes)} holds no slice of ` +
      `${durationText(sliceMinutes)}; make the slice ${durationText(rule.shortMinutes)} or shorter, or leave the alert out`
    );
  if (canFire(rule, target)) return undefined;
  const share = errorBudgetShare(target);
  const remedies =
    sliceMinutes === undefined
      ? "leave the alert out, or make it an objective over slices of time"
      : "or leave the alert out";
  return (
    `${rule.id} can never fire: it needs a burn rate over ${rounded(rule.factor)}, and with ${target} % the highest ` +
    `possible is 1 / (1 - ${rounded(1 - share)}) = ${rounded(1 / share)}, when everything fails; ` +
    `raise the target to ${leastTarget(rule)} or more, ${remedies}`
  );
}

function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
