import { azureHolds, longestDays, objectiveProblems, parsePeriod, resolveObjective } from "@ringfence/core/levels";
import { type Problem, under } from "@ringfence/core/problems";
import { receiverProblems } from "../monitors/monitors-problems";
import { reasonProblems } from "../openings/opening";
import { isRepeated, rowProblems } from "../refuse/rows";
import type { ServiceLevelsArgs } from "./args";
import type { ServiceObjectiveArgs } from "./objective";

const texts = ["kind", "period", "timeZone", "source", "role", "under", "evaluator", "slice"] as const;

/** Everything wrong with ServiceLevels' arguments, alerts that could never fire included; empty when they can be created. */
export function serviceLevelsProblems(args: ServiceLevelsArgs): Problem[] {
  if (!args.ring) return [{ path: "ring", problem: "missing; the ring it belongs to, `ring.context`" }];
  const { ring, objectives } = args;
  const rows = under(
    "objectives",
    rowProblems(objectives, texts, (objective, earlier) => [
      ...objectiveProblems(objective),
      ...nameProblems(objective, earlier),
      ...retentionProblems(objective, ring.settings.logRetentionDays),
    ]),
  );
  const none = objectives === undefined || objectives.length === 0;
  return [
    ...receiverProblems(ring),
    ...(none ? [{ path: "objectives", problem: "empty; state at least one objective" }] : []),
    ...rows,
    ...(none || rows.length > 0 ? [] : evaluatorProblems(args)),
  ];
}

function nameProblems({ name }: ServiceObjectiveArgs, earlier: readonly ServiceObjectiveArgs[]): Problem[] {
  if (!isRepeated(String(name), earlier)) return [];
  return [{ path: "name", problem: `${JSON.stringify(name)} is the name of an objective before it; names are unique` }];
}

/** An objective cannot be judged over days whose logs are gone. */
function retentionProblems({ period, timeZone }: ServiceObjectiveArgs, retentionDays: number): Problem[] {
  const parsed = parsePeriod(String(period), timeZone);
  const days = parsed === undefined ? 0 : longestDays(parsed);
  if (days <= retentionDays) return [];
  const problem =
    `${period} has up to ${days} days, and this ring keeps its logs for ${retentionDays}; ` +
    `raise the ring's override logRetentionDays to ${days} or more, or take a shorter period`;
  return [{ path: "period", problem }];
}

/** What would be missing without anybody noticing, were there no evaluator. */
function evaluatorProblems({ objectives, jobs, alertsOnlyBecause }: ServiceLevelsArgs): Problem[] {
  if (jobs !== undefined)
    return alertsOnlyBecause === undefined
      ? []
      : [{ path: "alertsOnlyBecause", problem: "means nothing beside jobs, which has the evaluator; leave one out" }];
  const tooLong = objectives.map((definition) => {
    const objective = resolveObjective(definition);
    return objective.rules.filter((rule) => !azureHolds(objective, rule)).map((rule) => rule.id);
  });
  if (alertsOnlyBecause === undefined) {
    const alerts = objectives.flatMap(({ name }, index) => (tooLong[index] ?? []).map((id) => `${id} of ${name}`));
    const missing = ["states, error budgets and the review at half of a budget", ...alerts].join(", ");
    const problem =
      `missing; without the evaluator there would be no ${missing} (a log alert of Azure's looks back two days at most); ` +
      "give rotation.jobs, or say alertsOnlyBecause and leave such alerts out";
    return [{ path: "jobs", problem }];
  }
  const unheld = objectives.flatMap(({ name }, index) =>
    (tooLong[index] ?? []).map((id) => ({
      path: `objectives[${index}].alerts`,
      problem: `${id} of ${name} looks back further than the two days of Azure's log alerts; leave it out, or give jobs`,
    })),
  );
  return [...reasonProblems("alertsOnlyBecause", alertsOnlyBecause), ...unheld];
}
