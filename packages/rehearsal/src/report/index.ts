export { reportPage } from "./html";
export { pullRequestComment } from "./markdown";
export { type SummaryStyle, terminalSummary } from "./terminal";
export { type RehearsalView, viewOf } from "./view";
export { type WrittenReport, writeReport } from "./write";
