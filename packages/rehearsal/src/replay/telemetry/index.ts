export { type GenerateOptions, generateTelemetry } from "./generate";
export { latencyQuantile, shareWithin } from "./latency";
export { Lever, Levers, type Pull } from "./levers";
export {
  counterSeries,
  gaugeSeries,
  type LatencyOverTime,
  LOGS,
  type MinuteSeries,
  type SeriesOf,
} from "./minute-series";
export { parameters } from "./parameters";
export { seriesOf, type Telemetry } from "./telemetry";
export { DAY, MINUTE, momentOf, type TimeAxis } from "./time-axis";
export type { DeploymentLoad, WatchedResource, Workload } from "./workload";
export { zoneOffset } from "./zone-offset";
