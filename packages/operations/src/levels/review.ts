import { ActionId } from "@ringfence/core/actions";
import { type LevelAssessment, type Objective, periodText } from "@ringfence/core/levels";
import { type Actions, type Entry, type Journal, JournalConflict, type Notice, type Notifier } from "../ports";

/** How far a review has got. */
export const ReviewStage = {
  /** Written down, and nobody told yet. */
  Opened: "opened",
  /** Told. */
  Told: "told",
  /** Its period is over, and its incident is closed. */
  Closed: "closed",
} as const;
export type ReviewStage = (typeof ReviewStage)[keyof typeof ReviewStage];

/** The last review of an objective's error budget. */
export interface ReviewEntry {
  /** When it was opened. */
  readonly openedAt: string;
  /** What people are told; the same whenever they are told it. */
  readonly notice: Notice;
  readonly stage: ReviewStage;
}

/** What opening a review works with. */
export interface ReviewPorts {
  readonly journal: Journal<ReviewEntry>;
  readonly actions: Actions;
  readonly notifier: Notifier;
}

/**
 * Takes the next step of an objective's review: opens one that is due, tells of one that was opened, closes one whose
 * period is over, before another is opened. The journal comes first: whoever is interrupted after it tells the same
 * again, and whoever comes second finds it there. So a period has one review, however often and however many evaluators
 * run.
 */
export async function reviewBudget(
  objective: Objective,
  { review }: LevelAssessment,
  entry: Entry<ReviewEntry> | undefined,
  { journal, actions, notifier }: ReviewPorts,
  now: Date,
  correlation: string,
): Promise<void> {
  const closes = entry?.value.stage === ReviewStage.Told && (review.due || !review.standing);
  const opens = review.due && !closes;
  const current = opens ? newReview(objective, review.consumed ?? 0, now) : entry?.value;
  if (current === undefined || (current.stage !== ReviewStage.Opened && !closes)) return;
  const notice = closes ? { ...current.notice, resolved: true } : current.notice;
  const request = {
    action: ActionId.Notify,
    target: objective.name,
    parameters: { fingerprint: notice.fingerprint },
    why: notice.title,
    correlation,
  };
  await actions.perform(request, async () => {
    const kept = opens ? await firstToKeep(journal, objective.name, entry, current) : entry;
    if (kept === undefined) return;
    await notifier.tell(notice);
    const stage = closes ? ReviewStage.Closed : ReviewStage.Told;
    await unlessConflict(journal.replace(kept, { ...current, stage }));
  });
}

/** A new review in the words that people read. The alert on the metric has the severity that somebody acts by. */
function newReview({ name, target, period }: Objective, consumed: number, now: Date): ReviewEntry {
  const openedAt = now.toISOString();
  const share = `${Math.round(consumed * 100)} %`;
  return {
    openedAt,
    stage: ReviewStage.Opened,
    notice: {
      fingerprint: `level-review/${name}/${openedAt}`,
      severity: "Sev4",
      title: `Review the error budget of ${name}: ${share} of it is gone before the middle of its period`,
      text:
        `${name} promises ${target} % over ${periodText(period)}. By ${openedAt} failures have consumed ${share} of the ` +
        "budget of the whole period. Decide what is changed, and whether risky releases wait until the budget recovers.",
      runbook: "error-budget-burn",
    },
  };
}

/** The entry with the review, or undefined where another run was faster: it tells. */
async function firstToKeep(
  journal: Journal<ReviewEntry>,
  key: string,
  entry: Entry<ReviewEntry> | undefined,
  opened: ReviewEntry,
): Promise<Entry<ReviewEntry> | undefined> {
  return unlessConflict(entry === undefined ? journal.create(key, opened) : journal.replace(entry, opened));
}

async function unlessConflict<T>(written: Promise<T>): Promise<T | undefined> {
  try {
    return await written;
  } catch (error) {
    if (error instanceof JournalConflict) return undefined;
    throw error;
  }
}
