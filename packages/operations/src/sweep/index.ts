export { type Finding, FindingKind, findingsOf, OLDEST_DAYS } from "./finding";
export type { OpenFindings } from "./report-findings";
export { type SweepParts, type SweepReport, sweep } from "./sweep";
export { countUndelivered } from "./undelivered";
