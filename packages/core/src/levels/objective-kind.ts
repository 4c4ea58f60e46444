import { BudgetingMethod } from "./counts";
import { IndicatorSource } from "./indicators/source";

/** What an objective is about. */
export const ObjectiveKind = {
  /** The share of requests that are answered well. */
  SuccessRate: "success-rate",
  /** How long answers take: the share under a bound, or a quantile slice by slice. */
  Latency: "latency",
  /** What evaluators say of answers: groundedness and the like, slice by slice. */
  EvaluationScore: "evaluation-score",
} as const;
export type ObjectiveKind = (typeof ObjectiveKind)[keyof typeof ObjectiveKind];

/** The indicator that an objective holds a line for: a kind, and for latency which of its two forms. */
export const IndicatorForm = {
  SuccessRate: "success-rate",
  LatencyShare: "latency-share",
  LatencyQuantile: "latency-quantile",
  EvaluationScore: "evaluation-score",
} as const;
export type IndicatorForm = (typeof IndicatorForm)[keyof typeof IndicatorForm];

/** What follows from an indicator's form unless an objective states otherwise. */
export interface IndicatorFormRow {
  readonly form: IndicatorForm;
  /** What is good, for people. */
  readonly good: string;
  readonly method: BudgetingMethod;
  /** Where it can be read from; the first unless stated. */
  readonly sources: readonly IndicatorSource[];
  /** The length of a slice, for objectives over slices of time. */
  readonly slice: string;
  /** Alerts that it gets; the others must be asked for. */
  readonly alerts: readonly string[];
  /** Samples that a slice needs, or events that a window needs, to be judged. */
  readonly minimum: number;
  /** Failures that a long window needs before an alert fires; 1 for slices, which are few and each a whole failure. */
  readonly minimumFailures: number;
  /** Why these numbers. */
  readonly because: string;
}

const { Requests, ModelCalls, Gateway, ModelRequests, Evaluations } = IndicatorSource;
const ofRequests = [Requests, ModelCalls, Gateway, ModelRequests];
const allAlerts = ["page-quick", "page-slow", "ticket-quick", "ticket-slow"];

/** One row a form. */
export const indicatorForms: Readonly<Record<IndicatorForm, IndicatorFormRow>> = {
  "success-rate": {
    form: IndicatorForm.SuccessRate,
    good: "a request that was answered, and not by 5xx; 429, filtered and other 4xx as stated",
    method: BudgetingMethod.Occurrences,
    sources: ofRequests,
    slice: "5m",
    alerts: allAlerts,
    minimum: 20,
    minimumFailures: 5,
    because:
      "at 99.9 % and 14.4 times, one failure in sixty would wake somebody; five are no accident, and a share of fewer than 20 says nothing; judgement",
  },
  "latency-share": {
    form: IndicatorForm.LatencyShare,
    good: "a successful request that took no longer than the bound; failed ones are left out, they are often fast",
    method: BudgetingMethod.Occurrences,
    sources: ofRequests,
    slice: "5m",
    alerts: allAlerts,
    minimum: 20,
    minimumFailures: 5,
    because: "as for the success rate",
  },
  "latency-quantile": {
    form: IndicatorForm.LatencyQuantile,
    good: "a slice of time whose quantile over successful requests was no more than the bound",
    method: BudgetingMethod.Timeslices,
    sources: ofRequests,
    slice: "5m",
    alerts: allAlerts,
    minimum: 20,
    minimumFailures: 1,
    because: "the 95th percentile of fewer than 20 requests is the slowest of them; judgement",
  },
  "evaluation-score": {
    form: IndicatorForm.EvaluationScore,
    good: "a slice of time whose mean score was at least the bound",
    method: BudgetingMethod.Timeslices,
    sources: [Evaluations],
    slice: "1h",
    alerts: ["ticket-quick", "ticket-slow"],
    minimum: 5,
    minimumFailures: 1,
    because:
      "evaluators see a sample of the answers, a few an hour, so a score does not page: an hour's slice fits into no page's short window; judgement",
  },
};
