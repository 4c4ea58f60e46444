export {
  REVIEW_WORKING_DAYS,
  type ReviewedIncident,
  type ReviewFinding,
  ReviewFindingKind,
  reviewDue,
  reviewFindings,
} from "./findings";
export { type ReviewPage, readReview } from "./read";
export { type IncidentReview, type ReviewAction, ReviewStatus, reviewSections } from "./review";
export { reviewTemplate } from "./template";
