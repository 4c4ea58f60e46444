export {
  type ActivityCategory,
  type ActivityField,
  type ActivityLogAlertDefinition,
  activityLogAlert,
} from "./activity";
export {
  type ActivityLogAlertRow,
  type AlertFacts,
  type AlertRow,
  type BudgetAlertRow,
  type FailingPeriods,
  type Fires,
  hasThreshold,
  type LogAlertRow,
  type MetricAlertRow,
  NoData,
  type PerRing,
  PlatformScope,
  type ThresholdAlertRow,
  type ThresholdFacts,
  type WatchedService,
} from "./alert-row";
export { type AppliesWhen, applies, type ResourceFacts, Spillover, usualFacts } from "./applies-when";
export {
  type AlertId,
  alerts,
  alertsFor,
  alertsServedBy,
  azureMaintenancePlanned,
  azureSecurityAdvisory,
  incidentNotTaken,
  incidentReviewOverdue,
  incidentRouterSilent,
  jobFailed,
  jobNotRun,
  levelBurning,
  levelEvaluatorSilent,
  levelReviewDue,
  levelWithoutData,
  rotationEventsLost,
  rotationFailed,
  rotationSweepDead,
  secretNearExpiry,
  serviceHealth,
  watchedServices,
} from "./catalogue";
export { alertDescription, alertProperties, firesWhen, reasonOf } from "./describe";
export {
  type Interval,
  type LogFrequency,
  type LogWindow,
  logWindows,
  type MetricFrequency,
  type MetricWindow,
  metricWindows,
  minutesOf,
} from "./intervals";
export { alertRowProblems } from "./limits";
export { type LogAlertDefinition, logAlert } from "./log-alert";
export { type MetricAlertDefinition, metricAlert } from "./metric-alert";
export { type MetricAggregation, type MetricTable, type MonitoredService, metricTables } from "./metrics";
export { type OpenTelemetrySignal, SignalReading } from "./open-telemetry";
export { monthlyPrice } from "./price";
export { hasPrometheusForm, type PrometheusRow, prometheusExpression } from "./prometheus";
export { alertQuery, type WatchedResource } from "./query";
export { type Threshold, thresholdOf } from "./threshold";
