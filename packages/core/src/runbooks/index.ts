export { deadLinkRemarks, type RunbookLink, type RunbookRemark, runbookFolderRemarks } from "./folder";
export {
  Exercise,
  type LastExercised,
  MANUAL,
  type PlaybookTerms,
  QueriedIn,
  type RunbookFrontMatter,
  type RunbookStep,
  type RunbookVerification,
} from "./front-matter";
export { type RunbookPage, readRunbookPage } from "./page";
export { reviewDue, reviewLateBy } from "./review";
export { OwnerRole, type Runbook, RunbookId, RunbookKind } from "./runbook";
export { runbooks, runbookUrl } from "./runbooks";
export { linkedPages, runbookSections, sectionOf } from "./sections";
