export { githubAnnotations } from "./github";
export { reportPage } from "./html";
export { junitReport } from "./junit";
export { pullRequestComment } from "./markdown";
export { type SarifOptions, sarifLog } from "./sarif";
export { type SummaryStyle, terminalSummary } from "./terminal";
export { type RehearsalView, viewOf } from "./view";
export { type WrittenReport, writeReport } from "./write";
