import type { NoData } from "../alerts/alert-row";
import type { BurnJudgement } from "./burn-verdict";
import type { BurnRateRule, BurnWindow } from "./burn-windows";
import type { BudgetingMethod } from "./counts";
import type { Counting, IndicatorSource, RequestOutcome } from "./indicators/source";
import type { IndicatorForm, ObjectiveKind } from "./objective-kind";
import type { Period } from "./period";

/** An objective as people write it. What is left out follows from the kind's row. */
export interface ObjectiveDefinition {
  /** Its name: 2 to 32 lower-case letters, digits and single hyphens, starting with a letter. */
  name: string;
  kind: ObjectiveKind;
  /** The share that must be good, in percent: over 0 and under 100. */
  target: number;
  /** Over how long: `7d`, `28d`, `30d`, `calendar-month`, `calendar-week`. */
  period: string;
  /** The time zone of a calendar period, in IANA's words; UTC if left out. */
  timeZone?: string;
  /** Where the events come from. */
  source?: IndicatorSource;
  /** Names of operations, models, APIs or deployments that count; all of them if left out. */
  only?: readonly string[];
  /** The program that the events must come from (cloud role name); any if left out. */
  role?: string;
  /** What 429 counts for: bad if left out, because the caller got no answer. */
  throttled?: Counting;
  /** What the content filter's refusals count for: good if left out, because the filter did what it is for. */
  filtered?: Counting;
  /** What other 4xx count for: left out if left out, so that a flood of wrong requests neither spends nor dilutes. */
  clientErrors?: Counting;
  /** The bound of a latency: `800ms`, `4s`. */
  under?: string;
  /** The quantile that must keep the bound in each slice, in percent: 50, 95. Without it the share of requests counts. */
  quantile?: number;
  /** The evaluator whose score counts: `groundedness`. */
  evaluator?: string;
  /** The mean score that a slice must reach. */
  atLeast?: number;
  /** The length of a slice: `5m`, `1h`. */
  slice?: string;
  /** Events that the long window and the period need to be judged; for slices, samples that each needs. */
  minimumEvents?: number;
  /** Failures that the long window needs before an alert fires; not for slices. */
  minimumFailures?: number;
  /** What silence means: quiet, or fires. Quiet if left out: the state says NO_DATA. */
  noData?: NoData;
  /** The burn-rate alerts that it gets, by id. */
  alerts?: readonly string[];
  /** Windows of its own instead of the catalogue's for its period. */
  windows?: readonly BurnWindow[];
}

/** An objective with everything decided. */
export interface Objective {
  readonly name: string;
  readonly kind: ObjectiveKind;
  readonly form: IndicatorForm;
  readonly method: BudgetingMethod;
  /** In percent. */
  readonly target: number;
  readonly period: Period;
  readonly source: IndicatorSource;
  readonly only: readonly string[];
  readonly role: string | undefined;
  readonly counting: Readonly<Record<RequestOutcome, Counting>>;
  /** Milliseconds; undefined where it is not about latency. */
  readonly underMilliseconds: number | undefined;
  readonly quantile: number | undefined;
  readonly evaluator: string | undefined;
  readonly atLeast: number | undefined;
  /** Minutes that one bin of the series has; for objectives over slices of time, a slice. */
  readonly binMinutes: number;
  /** Events, or judged slices, that the long window and the period need. */
  readonly minimumEvents: number;
  /** Failures that the long window needs before an alert fires. */
  readonly minimumFailures: number;
  /** Samples that a slice needs. */
  readonly minimumSamples: number;
  readonly noData: NoData;
  readonly rules: readonly BurnRateRule[];
}

/** How the windows of an objective are judged. */
export function judgementOf(objective: Objective): BurnJudgement {
  const { target, method, minimumEvents, minimumFailures, noData, binMinutes } = objective;
  return { target, method, minimumEvents, minimumFailures, noData, sliceMinutes: binMinutes };
}
