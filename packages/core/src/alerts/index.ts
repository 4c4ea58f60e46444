export {
  type AlertFacts,
  type AlertRow,
  type FailingPeriods,
  type Fires,
  type LogAlertRow,
  type MetricAlertRow,
  NoData,
  type PerRing,
} from "./alert-row";
export {
  type AlertId,
  alerts,
  alertsFor,
  alertsServedBy,
  jobFailed,
  jobNotRun,
  rotationEventsLost,
  rotationFailed,
  rotationSweepDead,
  secretNearExpiry,
} from "./catalogue";
export { alertDescription, alertProperties, firesWhen } from "./describe";
export {
  type Interval,
  type LogFrequency,
  type LogWindow,
  type MetricFrequency,
  type MetricWindow,
  minutesOf,
} from "./intervals";
export { alertRowProblems } from "./limits";
export { type LogAlertDefinition, logAlert } from "./log-alert";
export { type MetricAlertDefinition, metricAlert } from "./metric-alert";
export { type MetricAggregation, type MetricTable, type MonitoredService, metricTables } from "./metrics";
export { alertQuery, type WatchedResource } from "./query";
export { type Threshold, thresholdOf } from "./threshold";
