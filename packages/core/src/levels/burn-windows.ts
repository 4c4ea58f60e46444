import { durationMinutes } from "./duration";

/** Whom a fast-spent budget tells: somebody at once, or the team within days. */
export const BurnSeverity = { Page: "page", Ticket: "ticket" } as const;
export type BurnSeverity = (typeof BurnSeverity)[keyof typeof BurnSeverity];

/** Which of a severity's two pairs of windows: the one for a fast burn or for a slow one. */
export const BurnSpeed = { Quick: "quick", Slow: "slow" } as const;
export type BurnSpeed = (typeof BurnSpeed)[keyof typeof BurnSpeed];

/** A pair of windows, and how much of the period's budget may be gone by the end of the long one. */
export interface BurnWindow {
  readonly severity: BurnSeverity;
  readonly speed: BurnSpeed;
  /** Says that the burn still goes on, so that the alert ends soon after it: `5m`. */
  readonly short: string;
  /** Says that the burn is worth telling: `1h`. */
  readonly long: string;
  /** Percent of the whole period's error budget. */
  readonly budgetPercent: number;
}

/** The windows for periods of one length. */
export interface WindowCatalogue {
  readonly id: string;
  readonly periodDays: number;
  /** Where the numbers come from. */
  readonly source: string;
  readonly windows: readonly BurnWindow[];
}

/** One alert of a catalogue, ready to be compared with. */
export interface BurnRateRule {
  /** `page-quick`, `page-slow`, `ticket-quick`, `ticket-slow`. */
  readonly id: string;
  readonly severity: BurnSeverity;
  readonly speed: BurnSpeed;
  readonly shortMinutes: number;
  readonly longMinutes: number;
  /** The rule fires while both windows' burn rates are over it. */
  readonly factor: number;
  /** Minutes for which both must be over it without a break; 0 in most catalogues. */
  readonly holdMinutes: number;
}

const pair = (
  severity: BurnSeverity,
  speed: BurnSpeed,
  short: string,
  long: string,
  budgetPercent: number,
): BurnWindow => ({ severity, speed, short, long, budgetPercent });

/** The SRE workbook's windows, as Sloth publishes them (slok/sloth 0e395d81, internal/alert/windows). */
const workbook: readonly BurnWindow[] = [
  pair("page", "quick", "5m", "1h", 2),
  pair("page", "slow", "30m", "6h", 5),
  pair("ticket", "quick", "2h", "1d", 10),
  pair("ticket", "slow", "6h", "3d", 10),
];

/** The windows by the length of the period that they are for. The first of a length is the one taken unless stated. */
export const windowCatalogues: readonly WindowCatalogue[] = [
  {
    id: "standard-30d",
    periodDays: 30,
    source: "slok/sloth 0e395d81, internal/alert/windows/google-30d.yaml",
    windows: workbook,
  },
  {
    id: "standard-28d",
    periodDays: 28,
    source: "slok/sloth 0e395d81, internal/alert/windows/google-28d.yaml",
    windows: workbook,
  },
  {
    id: "standard-7d",
    periodDays: 7,
    source: "slok/sloth 0e395d81, examples/windows/7d.yaml",
    windows: [
      pair("page", "quick", "5m", "1h", 8),
      pair("page", "slow", "30m", "6h", 12.5),
      pair("ticket", "quick", "2h", "1d", 20),
      pair("ticket", "slow", "6h", "3d", 42),
    ],
  },
  {
    id: "short-30d",
    periodDays: 30,
    source: "slok/sloth 0e395d81, examples/windows/custom-30d.yaml",
    windows: [
      pair("page", "quick", "2m", "30m", 1),
      pair("page", "slow", "15m", "3h", 2),
      pair("ticket", "quick", "1h", "12h", 5),
      pair("ticket", "slow", "3h", "36h", 5),
    ],
  },
];

/** The lengths of period that have windows of their own, in days. */
export const periodsWithWindows: readonly number[] = [...new Set(windowCatalogues.map((row) => row.periodDays))];

/**
 * The windows for a period of so many days.
 *
 * @throws RangeError for a length that no catalogue is for: factors that nobody has thought about would look like
 * numbers that somebody has.
 */
export function windowsFor(periodDays: number): WindowCatalogue {
  const found = windowCatalogues.find((catalogue) => catalogue.periodDays === periodDays);
  if (found !== undefined) return found;
  throw new RangeError(
    `there are no burn-rate windows for a period of ${periodDays} days, only for ${periodsWithWindows.join(", ")}; ` +
      "take one of these, or state windows of your own",
  );
}

/**
 * How many times too fast the budget is spent when a window's share of it is gone by the end of the long window:
 * budget percent × period ÷ 100 ÷ long window.
 *
 * @throws RangeError for a long window that is no length of time.
 */
export function burnRateFactor(window: Pick<BurnWindow, "long" | "budgetPercent">, periodDays: number): number {
  return (window.budgetPercent * periodDays * 24) / 100 / (minutes(window.long) / 60);
}

/**
 * The rules of a catalogue's windows, or of windows of one's own, for a period.
 *
 * @throws RangeError for a window that is no length of time.
 */
export function burnRateRules(windows: readonly BurnWindow[], periodDays: number): BurnRateRule[] {
  return windows.map((window) => ({
    id: `${window.severity}-${window.speed}`,
    severity: window.severity,
    speed: window.speed,
    shortMinutes: minutes(window.short),
    longMinutes: minutes(window.long),
    factor: burnRateFactor(window, periodDays),
    holdMinutes: 0,
  }));
}

function minutes(window: string): number {
  const length = durationMinutes(window);
  if (length === undefined) throw new RangeError(`${JSON.stringify(window)} is no length of time such as 5m, 6h or 3d`);
  return length;
}
