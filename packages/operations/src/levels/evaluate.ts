import {
  arrivedUntil,
  assessedSpan,
  assessLevel,
  azureHolds,
  indicatorQuery,
  type LevelAssessment,
  type Objective,
} from "@ringfence/core/levels";
import type { Clock, LogQuery } from "../ports";
import { type LevelValue, levelValues } from "./gauges";
import { type ReviewPorts, standingReview } from "./review";
import { seriesOf } from "./series";

/** What evaluating works with. */
export interface EvaluationPorts extends ReviewPorts {
  readonly logs: LogQuery;
  readonly clock: Clock;
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
 * Evaluates all objectives: reads each one's series, assesses it, writes its review down where one is
 * due, and sends what was measured. An objective that cannot be read does not keep the others from being evaluated; it sends nothing, so that its
 * silence is seen.
 */
export async function evaluateLevels(
  objectives: readonly Objective[],
  ports: EvaluationPorts,
): Promise<EvaluatedLevel[]> {
  const evaluated: EvaluatedLevel[] = [];
  for (const objective of objectives) {
    try {
      evaluated.push({ objective, assessment: await evaluate(objective, ports), failure: undefined });
    } catch (failure) {
      ports.log.error("an objective could not be evaluated", { objective: objective.name, error: failure });
      evaluated.push({ objective, assessment: undefined, failure });
    }
  }
  return evaluated;
}

async function evaluate(objective: Objective, ports: EvaluationPorts): Promise<LevelAssessment> {
  const { logs, clock, log, journal, record } = ports;
  const now = clock.now();
  const arrived = arrivedUntil(objective, now);
  const { start, end } = assessedSpan(objective, arrived);
  const series = seriesOf(await logs.rows(indicatorQuery(objective), start, end));
  const entry = await journal.read(objective.name);
  const assessment = assessLevel(objective, series, arrived, entry && new Date(entry.value.openedAt));
  const review = await standingReview(objective, assessment.review, entry, ports, now);
  record(levelValues(objective, assessment, review, (rule) => azureHolds(objective, rule)));
  log.info("evaluated", {
    objective: objective.name,
    state: assessment.state,
    budgetLeft: assessment.budget?.remaining,
    burning: assessment.verdicts.filter(({ over }) => over).map(({ rule }) => rule.id),
    review,
  });
  return assessment;
}
