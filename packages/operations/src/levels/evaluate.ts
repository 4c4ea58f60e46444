import {
  assessedSpan,
  assessLevel,
  azureHolds,
  indicatorQuery,
  type LevelAssessment,
  type Objective,
} from "@ringfence/core/levels";
import type { Log } from "../observability";
import { ActionRefused, type Clock, type LogQuery } from "../ports";
import { type LevelValue, levelValues } from "./gauges";
import { type ReviewPorts, reviewBudget } from "./review";
import { seriesOf } from "./series";

/** What evaluating works with. */
export interface EvaluationPorts extends ReviewPorts {
  readonly logs: LogQuery;
  readonly clock: Clock;
  readonly log: Log;
  /** Sends what was measured. */
  readonly record: (values: readonly LevelValue[]) => void;
}

/** How one objective was found, or why it could not be looked at. */
export interface EvaluatedLevel {
  readonly objective: Objective;
  readonly assessment: LevelAssessment | undefined;
  readonly failure: unknown;
}

/**
 * Evaluates all objectives: reads each one's series, assesses it, sends what was measured and takes the next step of its
 * review. An objective that cannot be read does not keep the others from being evaluated; it sends nothing, so that its
 * silence is seen.
 */
export async function evaluateLevels(
  objectives: readonly Objective[],
  ports: EvaluationPorts,
  correlation: string,
): Promise<EvaluatedLevel[]> {
  const evaluated: EvaluatedLevel[] = [];
  for (const objective of objectives) {
    try {
      evaluated.push({ objective, assessment: await evaluate(objective, ports, correlation), failure: undefined });
    } catch (failure) {
      ports.log.error("an objective could not be evaluated", { objective: objective.name, error: failure });
      evaluated.push({ objective, assessment: undefined, failure });
    }
  }
  return evaluated;
}

async function evaluate(objective: Objective, ports: EvaluationPorts, correlation: string): Promise<LevelAssessment> {
  const { logs, clock, log, journal, record } = ports;
  const now = clock.now();
  const { start, end } = assessedSpan(objective, now);
  const series = seriesOf(await logs.rows(indicatorQuery(objective), start, end));
  const entry = await journal.read(objective.name);
  const assessment = assessLevel(objective, series, now, entry && new Date(entry.value.openedAt));
  record(levelValues(objective, assessment, (rule) => azureHolds(objective, rule)));
  log.info("evaluated", {
    objective: objective.name,
    state: assessment.state,
    budgetLeft: assessment.budget?.remaining,
    burning: assessment.verdicts.filter(({ over }) => over).map(({ rule }) => rule.id),
    review: assessment.review.standing,
  });
  try {
    await reviewBudget(objective, assessment, entry, ports, now, correlation);
  } catch (error) {
    // Stopped on purpose: the review is opened by the first run that may. The level itself is measured all the same.
    if (!(error instanceof ActionRefused)) throw error;
    log.warning("a review waits", { objective: objective.name, because: error.because });
  }
  return assessment;
}
