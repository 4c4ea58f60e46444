export { daysLeft } from "./days-left";
export { covers, holdsIn, selects } from "./match";
export { type ReviewedWaiver, reviewWaivers, type WaiverReview } from "./review";
export { longestWaiverDays, RuleSeverity } from "./rule-severity";
export { waiversSchema } from "./schema";
export type { WaivableRule, Waiver, WaiverTarget } from "./waiver";
