export type { Level, Outcome, Verdict } from "../judge";
export { type Analyzer, analyzer, type PolicyConfigs } from "./analyzer";
export { type Judged, type JudgeOptions, judge } from "./judge";
export { analyzeRequest, analyzeStackRequest } from "./requests";
export { type CompleteResource, complete, type JudgedResource, secret, unknown } from "./resource";
