import { endOfDay, endOfWorkingDay, type WorkCalendar } from "../on-call";
import { type Severity, severities } from "../severities";
import type { ReviewPage } from "./read";
import { ReviewStatus } from "./review";

/** Working days after an incident's end until which its review has been held (OE-R10). */
export const REVIEW_WORKING_DAYS = 5;

/** An incident, as far as its review is concerned. */
export interface ReviewedIncident {
  readonly id: string;
  readonly title: string;
  /** The worst that it ever had. */
  readonly severity: Severity;
  readonly resolvedAt: Date;
}

/** What is wrong with the reviews. */
export const ReviewFindingKind = {
  /** A file in `reviews/` is not what a review should be. */
  Broken: "broken",
  /** There is no review and its time has passed. */
  Missing: "missing",
  /** There is a draft, it has not been held and its time has passed. */
  NotHeld: "not-held",
  /** What was decided is not done and its day has passed. */
  ActionOverdue: "action-overdue",
} as const;
export type ReviewFindingKind = (typeof ReviewFindingKind)[keyof typeof ReviewFindingKind];

/** One thing to report. */
export interface ReviewFinding {
  readonly kind: ReviewFindingKind;
  /** The incident's id, or the file where it cannot be told. */
  readonly about: string;
  /** What is wrong and until when it should have been done, in a sentence. */
  readonly says: string;
  /** Until when; undefined for a broken file. */
  readonly due?: Date;
}

/** Until when the review of an incident is held: the end of the fifth working day after the day of its end. */
export function reviewDue(incident: ReviewedIncident, calendar: WorkCalendar): Date | undefined {
  if (!severities[incident.severity].needsReview) return undefined;
  return endOfWorkingDay(calendar, incident.resolvedAt, REVIEW_WORKING_DAYS);
}

/** Everything to report about the reviews of some incidents at a moment. */
export function reviewFindings(
  incidents: readonly ReviewedIncident[],
  pages: readonly ReviewPage[],
  calendar: WorkCalendar,
  now: Date,
): ReviewFinding[] {
  return [
    ...pages.flatMap(({ file, problems }) =>
      problems.map(({ path, problem }) => ({
        kind: ReviewFindingKind.Broken,
        about: file,
        says: `${path}: ${problem}`,
      })),
    ),
    ...incidents.flatMap((incident) => incidentFindings(incident, pages, calendar, now)),
    ...pages.flatMap((page) => actionFindings(page, calendar, now)),
  ];
}

function incidentFindings(
  incident: ReviewedIncident,
  pages: readonly ReviewPage[],
  calendar: WorkCalendar,
  now: Date,
): ReviewFinding[] {
  const due = reviewDue(incident, calendar);
  if (due === undefined || now <= due) return [];
  const { id, title, severity } = incident;
  const page = pages.find(({ review }) => review?.incident === id);
  if (page?.review?.status === ReviewStatus.Held) return [];
  const what = `the ${severity} incident "${title}" was to be reviewed by ${dayOf(due)}`;
  return page === undefined
    ? [{ kind: ReviewFindingKind.Missing, about: id, due, says: `${what}; there is no review` }]
    : [{ kind: ReviewFindingKind.NotHeld, about: id, due, says: `${what}; ${page.file} is a draft` }];
}

function actionFindings({ file, review }: ReviewPage, calendar: WorkCalendar, now: Date): ReviewFinding[] {
  return (review?.actions ?? []).flatMap(({ what, owner, due, done }) => {
    const end = endOfDay(calendar, due);
    if (done !== undefined || now <= end) return [];
    const says = `"${what}" of ${owner} was to be done by ${due} (${file})`;
    return [{ kind: ReviewFindingKind.ActionOverdue, about: review?.incident ?? file, due: end, says }];
  });
}

function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}
