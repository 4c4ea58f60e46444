export { type JudgeStackOptions, judgeStack } from "./judge-stack";
export type { StateResource } from "./state-resource";
export type { Level, Outcome, Verdict } from "./verdict";
