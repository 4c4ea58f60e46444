/** What the evaluator measures, by the names under which it sends it. */
export const LevelMetric = {
  /** A window's burn rate; by objective, rule and window (`short`, `long`). */
  BurnRate: "ringfence.level.burn_rate",
  /** 1 while a rule that Azure cannot hold fires, else 0; by objective and rule. */
  Burning: "ringfence.level.burning",
  /** The share of the error budget that is left; negative once the objective is missed. */
  BudgetLeft: "ringfence.level.budget_left",
  /** The share of good events over the period so far. */
  Indicator: "ringfence.level.indicator",
  /** The objective's target, as a share. Sent at every run, so that a chart can show it beside the indicator. */
  Target: "ringfence.level.target",
  /** The state as a number, as `levelStateNumber` has it. Sent at every run, whatever there is to say. */
  State: "ringfence.level.state",
  /** 1 while a review of the error budget stands for this period, else 0. */
  ReviewDue: "ringfence.level.review_due",
  /** The percent of the budget that was gone when the review that stands was opened; 0 while none stands. */
  ReviewBudgetGone: "ringfence.level.review_budget_gone",
} as const;
export type LevelMetric = (typeof LevelMetric)[keyof typeof LevelMetric];

/** The attributes of these metrics. */
export const LevelAttribute = {
  Objective: "ringfence.objective",
  Rule: "ringfence.rule",
  Window: "ringfence.window",
} as const;
export type LevelAttribute = (typeof LevelAttribute)[keyof typeof LevelAttribute];
