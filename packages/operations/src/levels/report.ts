import type { EvaluatedLevel } from "./evaluate";

/** The result for a person: one line an objective. */
export function levelLines(evaluated: readonly EvaluatedLevel[]): string {
  return evaluated.map(line).join("\n");
}

function line({ objective, assessment, failure }: EvaluatedLevel): string {
  const { name, target } = objective;
  if (assessment === undefined)
    return `${name}: not evaluated: ${failure instanceof Error ? failure.message : String(failure)}`;
  const { state, indicator, budget, verdicts, review, counts } = assessment;
  const parts = [
    `${state}, ${indicator === undefined ? "no" : percent(indicator)} good of ${counts.total}, target ${target} %`,
  ];
  if (budget !== undefined) parts.push(`${percent(budget.remaining)} of the budget left`);
  const burning = verdicts.filter(({ over }) => over).map(({ rule }) => rule.id);
  if (burning.length > 0) parts.push(`burning: ${burning.join(", ")}`);
  if (review.standing) parts.push("under review");
  return `${name}: ${parts.join("; ")}`;
}

/** The result for a program. */
export function levelReport(evaluated: readonly EvaluatedLevel[]): object[] {
  return evaluated.map(({ objective, assessment, failure }) =>
    assessment === undefined
      ? { objective: objective.name, error: failure instanceof Error ? failure.message : String(failure) }
      : { objective: objective.name, target: objective.target, ...assessment },
  );
}

function percent(share: number): string {
  return `${Math.round(share * 10_000) / 100} %`;
}
