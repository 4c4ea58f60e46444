export { type Incident, incidents } from "./incidents";
export type { IncidentOutcome, ReplayDocument, RuleOutcome } from "./outcome";
export { replay } from "./replay";
export { type ReplayOptions, usualOptions } from "./replay-options";
export { type ReplayRequest, type ReplayResult, replayRules } from "./replay-rules";
export { baselineAlerts, baselineRules, baselineSource, catalogueRules } from "./rules";
export { parameters, type Workload } from "./telemetry";
