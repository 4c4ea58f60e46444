import { type Objective, type ObjectiveDefinition, objectiveProblems, resolveObjective } from "@ringfence/core/levels";
import type { Parsed } from "./setting";

/** One row of RINGFENCE_LEVELS: an objective as ServiceLevels was given it. */
export function objective(given: Readonly<Record<string, unknown>>): Parsed<Objective> {
  const definition = given as unknown as ObjectiveDefinition;
  const problems = objectiveProblems(definition);
  return problems.length > 0 ? { problems } : { value: resolveObjective(definition) };
}
