import type { Severity } from "../severities";

/** Whether a review has been held. */
export const ReviewStatus = { Draft: "draft", Held: "held" } as const;
export type ReviewStatus = (typeof ReviewStatus)[keyof typeof ReviewStatus];

/** Something that was decided, so that it does not happen again. */
export interface ReviewAction {
  what: string;
  /** Who does it: a name or an address. */
  owner: string;
  /** Until which day: `2026-12-15`. */
  due: string;
  /** On which day it was done. */
  done?: string;
  /** Where it is tracked: an address. */
  item?: string;
}

/** The front matter of a review: `reviews/<incident>.md` in the repository of the service. */
export interface IncidentReview {
  /** The incident's id, as its notices and its work item say it. */
  incident: string;
  title: string;
  severity: Severity;
  /** When the alert fired: ISO 8601 with an offset. */
  opened: string;
  acknowledged?: string;
  mitigated?: string;
  resolved: string;
  /** Who leads the review. */
  owner: string;
  status: ReviewStatus;
  /** The day on which it was held. */
  held?: string;
  actions: ReviewAction[];
}

/** The sections that a review has below its front matter, in order. */
export const reviewSections = [
  "What happened",
  "Who was affected",
  "Timeline",
  "Why it could happen",
  "What helped",
  "What got in the way",
] as const;
