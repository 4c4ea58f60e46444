export { arrivedUntil, assessedSpan, assessLevel, type LevelAssessment, type LevelBin } from "./assess";
export { canFire, detectionMinutes, leastTarget, maximumBurnRate, neverFires } from "./attainability";
export { REVIEW_SHARE, type ReviewDecision, type ReviewFacts, reviewDecision } from "./budget-review";
export { burnRate } from "./burn-rate";
export { azureHolds, burnAlertRunbooks, burnRateAlert } from "./burn-rate-alert";
export { BurnRateMonitor, type BurnState } from "./burn-rate-monitor";
export { type BurnJudgement, type BurnVerdict, burnVerdict, Evidence, firstOver } from "./burn-verdict";
export {
  type BurnRateRule,
  BurnSeverity,
  BurnSpeed,
  type BurnWindow,
  burnRateFactor,
  burnRateRules,
  periodsWithWindows,
  type WindowCatalogue,
  windowCatalogues,
  windowsFor,
} from "./burn-windows";
export { BudgetingMethod, nothingSeen, type SliCounts, sumOf } from "./counts";
export { durationMinutes, durationText } from "./duration";
export { budgetMinutes, consumedBy, type ErrorBudget, errorBudget, expectedByEnd } from "./error-budget";
export { type IngestionLag, ingestionLags } from "./indicators/ingestion-lag";
export { burnRateQuery, indicatorQuery, lagMinutes, lookBackMinutes } from "./indicators/query";
export { Counting, IndicatorSource, type IndicatorSourceRow, RequestOutcome } from "./indicators/source";
export { indicatorSources } from "./indicators/sources";
export { LevelAttribute, LevelMetric } from "./level-metric";
export { type LevelMeasure, LevelState, levelState, levelStateNumber } from "./level-state";
export { judgementOf, type Objective, type ObjectiveDefinition } from "./objective";
export { IndicatorForm, type IndicatorFormRow, indicatorForms, ObjectiveKind } from "./objective-kind";
export { objectiveProblems } from "./objective-problems";
export {
  fromOpenSlo,
  OPENSLO_VERSION,
  type OpenSloDocument,
  OpenSloKind,
  OpenSloRefused,
  openSloPeriod,
  type PlacedDocument,
  type ReadService,
  readOpenSlo,
  toOpenSlo,
} from "./openslo";
export {
  type CalendarPeriod,
  CalendarUnit,
  longestDays,
  nominalDays,
  type Period,
  parsePeriod,
  periodText,
  type RollingPeriod,
  type Span,
  spanAt,
} from "./period";
export { proportionalRules } from "./proportional-windows";
export { resolveObjective } from "./resolve-objective";
export { reviewAlert } from "./review-alert";
export { judgedSlice, type SliceBound, type SliceMeasure } from "./slices";
export { errorBudgetShare, targetShare } from "./target";
export { TrailingWindow } from "./trailing-window";
