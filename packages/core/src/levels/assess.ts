import { NoData } from "../alerts/alert-row";
import { type ReviewDecision, reviewDecision } from "./budget-review";
import { type BurnVerdict, burnVerdict } from "./burn-verdict";
import { BudgetingMethod, type SliCounts, sumOf } from "./counts";
import { type ErrorBudget, errorBudget, expectedByEnd } from "./error-budget";
import { lagMinutes } from "./indicators/query";
import { LevelState, levelState } from "./level-state";
import { judgementOf, type Objective } from "./objective";
import { nominalDays, type Span, spanAt } from "./period";

const MINUTE = 60_000;

/** One bin of an objective's series, as its query gives it. Bins in which nothing was seen are left out. */
export interface LevelBin extends SliCounts {
  /** When it begins. */
  readonly at: Date;
  /** Whatever was seen in it, counted or not. */
  readonly seen: number;
}

/** How an objective stands. */
export interface LevelAssessment {
  readonly state: LevelState;
  /** The period that it is judged over: the whole of it, the part to come included. */
  readonly period: Span;
  /** The share of good events, or of good slices, up to now; undefined where nothing could be judged. */
  readonly indicator: number | undefined;
  /** What was counted up to now. */
  readonly counts: SliCounts;
  /** The error budget of the whole period; undefined where nothing could be judged. */
  readonly budget: ErrorBudget | undefined;
  /** What each burn-rate rule says. */
  readonly verdicts: readonly BurnVerdict[];
  readonly review: ReviewDecision;
}

/** Until when an objective's events have usually arrived: the moment to assess it at, which is its source's lag ago. */
export function arrivedUntil(objective: Objective, now: Date): Date {
  return new Date(now.getTime() - lagMinutes(objective) * MINUTE);
}

/** From when on the events of an objective are needed to assess it: its period, and the longest of its windows. */
export function assessedSpan(objective: Objective, now: Date): Span {
  const end = lastBinEnd(objective, now);
  const longest = Math.max(0, ...objective.rules.map((rule) => rule.longMinutes)) * MINUTE;
  const { start } = spanAt(objective.period, end);
  return { start: new Date(Math.min(start.getTime(), end.getTime() - longest)), end };
}

/**
 * How an objective stands by its series, at the end of the last whole bin. Pure: the caller reads the series over
 * `assessedSpan` and says when the last review was opened.
 */
export function assessLevel(
  objective: Objective,
  series: readonly LevelBin[],
  now: Date,
  lastReview: Date | undefined,
): LevelAssessment {
  const { target, minimumEvents, period, method } = objective;
  const end = lastBinEnd(objective, now);
  const since = (start: number) => series.filter((bin) => bin.at.getTime() >= start && bin.at < end);
  const windows = new Map<number, SliCounts>();
  const inWindow = (minutes: number) => {
    const counts = windows.get(minutes) ?? sumOf(since(end.getTime() - minutes * MINUTE));
    windows.set(minutes, counts);
    return counts;
  };
  const how = judgementOf(objective);
  const verdicts = objective.rules.map((rule) =>
    burnVerdict(rule, inWindow(rule.shortMinutes), inWindow(rule.longMinutes), how),
  );
  const span = spanAt(period, end);
  const inPeriod = since(span.start.getTime());
  const whole = periodOf(objective, span, end, inPeriod);
  const budget = errorBudget(whole.counts, target, whole.expected);
  const half = nominalDays(period) * 720 * MINUTE;
  const review = reviewDecision({
    period,
    target,
    now: end,
    inPeriod: whole.counts,
    inLastHalf: withSilence(objective, sumOf(since(end.getTime() - half)), half / MINUTE),
    slicesInPeriod: method === BudgetingMethod.Timeslices ? whole.expected : undefined,
    observed: observedShare(inPeriod, span, end),
    minimumEvents,
    lastReview,
  });
  const seen = inPeriod.reduce((sum, bin) => sum + bin.seen, 0);
  const measure = { sli: whole.indicator, target, remaining: budget?.remaining ?? 0 };
  const state =
    seen > 0 && whole.counts.total === 0
      ? LevelState.LowTraffic
      : levelState({ ...measure, events: whole.counts.total, minimumEvents });
  return { state, period: span, indicator: whole.indicator, counts: whole.counts, budget, verdicts, review };
}

/** The end of the last whole bin: a bin that is still filling would be judged on part of its events. */
function lastBinEnd({ binMinutes }: Objective, now: Date): Date {
  const bin = binMinutes * MINUTE;
  return new Date(Math.floor(now.getTime() / bin) * bin);
}

/** What the period shows so far, and how much there will have been by its end. */
function periodOf(objective: Objective, span: Span, end: Date, bins: readonly LevelBin[]) {
  const length = span.end.getTime() - span.start.getTime();
  const elapsed = Math.max(0, end.getTime() - span.start.getTime());
  const seen = sumOf(bins);
  if (objective.method === BudgetingMethod.Occurrences)
    return {
      counts: seen,
      indicator: seen.total > 0 ? seen.good / seen.total : undefined,
      expected: expectedByEnd(seen.total, elapsed / length),
    };
  const slices = elapsed / MINUTE / objective.binMinutes;
  const counts = withSilence(objective, seen, elapsed / MINUTE);
  const indicator = counts.total > 0 && slices > 0 ? 1 - (counts.total - counts.good) / slices : undefined;
  return { counts, indicator, expected: length / MINUTE / objective.binMinutes };
}

/** Where silence fires, a slice that showed nothing is a bad one. */
function withSilence({ method, noData, binMinutes }: Objective, seen: SliCounts, minutes: number): SliCounts {
  if (method === BudgetingMethod.Occurrences || noData === NoData.Quiet) return seen;
  return { good: seen.good, total: Math.max(seen.total, Math.floor(minutes / binMinutes)) };
}

/** The part of the period since the first event in it. */
function observedShare([first]: readonly LevelBin[], { start }: Span, end: Date): number {
  const length = end.getTime() - start.getTime();
  return first === undefined || length <= 0 ? 0 : (end.getTime() - first.at.getTime()) / length;
}
