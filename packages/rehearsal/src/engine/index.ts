export { type JudgeStateOptions, judgeState } from "./judge/judge-state";
export type { ProgressEvent } from "./progress";
export { stacksOf } from "./project/stacks";
export { type PolicyPackOption, type RehearseOptions, rehearse } from "./rehearse";
export { UsageError } from "./usage-error";
