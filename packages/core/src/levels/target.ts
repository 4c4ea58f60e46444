/** Nine decimals are kept, so that 99.9 percent leave 0.001 and not 0.0010000000000000009. */
const PRECISION = 1e9;

/** The share of events that may fail under a target in percent: 0.005 for 99.5. */
export function errorBudgetShare(target: number): number {
  return (PRECISION - Math.round(target * (PRECISION / 100))) / PRECISION;
}

/** The share of events that must succeed under a target in percent: 0.995 for 99.5. */
export function targetShare(target: number): number {
  return Math.round(target * (PRECISION / 100)) / PRECISION;
}

/** A share in percent: 99.5 for 0.995. */
export function inPercent(share: number): number {
  return Math.round(share * PRECISION) / (PRECISION / 100);
}
