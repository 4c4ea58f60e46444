import type { BurnRateRule, BurnSeverity, BurnSpeed } from "./burn-windows";

/** Pyrra's windows for 28 days in minutes, with factors and waiting times as published (pyrra-dev/pyrra 1ba95afb, slo/rules.go). */
const rows: readonly [BurnSeverity, BurnSpeed, short: number, long: number, factor: number, hold: number][] = [
  ["page", "quick", 5, 60, 14, 2],
  ["page", "slow", 30, 360, 7, 15],
  ["ticket", "quick", 120, 1440, 2, 60],
  ["ticket", "slow", 360, 5760, 1, 180],
];

/**
 * Rules whose windows grow with the period, after Pyrra: the factors stay, the lengths are those for 28 days times
 * period ÷ 28, to the minute. For comparing with, and for periods that no catalogue is for.
 */
export function proportionalRules(periodDays: number): BurnRateRule[] {
  const scaled = (minutes: number) => Math.round((minutes * periodDays) / 28);
  return rows.map(([severity, speed, short, long, factor, hold]) => ({
    id: `${severity}-${speed}`,
    severity,
    speed,
    shortMinutes: scaled(short),
    longMinutes: scaled(long),
    factor,
    holdMinutes: scaled(hold),
  }));
}
