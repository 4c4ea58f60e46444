export { type Analyzer, analyzer, type PolicyConfigs } from "./analyzer";
export { type Judged, type JudgeOptions, judge } from "./judge";
export { type CompleteResource, complete, type JudgedResource, secret, unknown } from "./resource";
export type { Level, Outcome, Verdict } from "./verdict";
