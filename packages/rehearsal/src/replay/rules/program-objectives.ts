import { type Objective, type ObjectiveDefinition, objectiveProblems, resolveObjective } from "@ringfence/core/levels";
import type { RehearsedResource } from "../../document";
import { listOf } from "./program-values";

/** The component whose objectives are replayed. */
const SERVICE_LEVELS = "ringfence:index:ServiceLevels";

/** The objectives of a program's service levels, by the URN of the component that states them. */
export function programObjectives(resources: readonly RehearsedResource[]): ReadonlyMap<string, readonly Objective[]> {
  return new Map(
    resources
      .filter(({ type }) => type === SERVICE_LEVELS)
      .map(({ urn, inputs }) => [
        urn,
        listOf(inputs.objectives)
          .map((one) => one as ObjectiveDefinition)
          .filter((definition) => objectiveProblems(definition).length === 0)
          .map(resolveObjective),
      ]),
  );
}
