import type { NoData } from "@ringfence/core/alerts";
import type { BurnSeverity, BurnSpeed, Counting, IndicatorSource, ObjectiveKind } from "@ringfence/core/levels";

/** A pair of windows that judge together whether an error budget is spent too fast. */
export interface BurnWindowArgs {
  /** Whom it tells: page or ticket. */
  severity: BurnSeverity;
  /** Which of the two of its severity: quick or slow. */
  speed: BurnSpeed;
  /** The short window: `5m`. It says that the burn still goes on. */
  short: string;
  /** The long window: `1h`. It says that the burn is worth telling. */
  long: string;
  /** Percent of the whole period's budget that may be gone by the end of the long window. */
  budgetPercent: number;
}

/** One objective of a service. What is left out follows from its kind; docs/service-levels.md has the table. */
export interface ServiceObjectiveArgs {
  /** Its name: 2 to 32 lower-case letters, digits and single hyphens, starting with a letter. Alert rules are named after it. */
  name: string;
  /** What it is about: success-rate, latency or evaluation-score. */
  kind: ObjectiveKind;
  /** The share that must be good, in percent, over 0 and under 100: of requests, or of slices of time. */
  target: number;
  /** Over how long: 7d, 28d, 30d, calendar-month or calendar-week. */
  period: string;
  /** The time zone of a calendar period: `Europe/Stockholm`. UTC if left out. */
  timeZone?: string;
  /** Where the events come from: requests, model-calls, gateway, model-requests; evaluations for a score. */
  source?: IndicatorSource;
  /** Names of operations, models, APIs or deployments that count; all of them if left out. */
  only?: string[];
  /** The program that the events must come from (its cloud role name); any if left out. */
  role?: string;
  /** What 429 counts for: good, bad or left-out. Bad if left out, because the caller got no answer. */
  throttled?: Counting;
  /** What the content filter's refusals count for. Good if left out: the filter did what it is for. */
  filtered?: Counting;
  /** What other 4xx count for. left-out if left out: a flood of wrong requests neither spends nor dilutes the budget. */
  clientErrors?: Counting;
  /** The bound of a latency: `800ms`, `4s`. */
  under?: string;
  /**
   * The quantile that must keep the bound in each slice of time, in percent: 50 for the median, 95. Without it the share
   * of requests under the bound counts.
   */
  quantile?: number;
  /** The evaluator whose score counts: `groundedness`. */
  evaluator?: string;
  /** The mean score that each slice of time must reach: 4. */
  atLeast?: number;
  /** The length of a slice: 5m for latencies, 1h for scores if left out. */
  slice?: string;
  /** Requests that the long window and the period need before they are judged; for slices, samples that each needs. */
  minimumEvents?: number;
  /** Failures that the long window needs before an alert fires; 5 for requests if left out. Not for slices. */
  minimumFailures?: number;
  /** What silence means: quiet (the state says NO_DATA) or fires. Quiet if left out. */
  noData?: NoData;
  /** The burn-rate alerts that it gets: page-quick, page-slow, ticket-quick, ticket-slow. The kind's if left out. */
  alerts?: string[];
  /** Windows of its own, instead of the catalogue's for its period. */
  windows?: BurnWindowArgs[];
}
