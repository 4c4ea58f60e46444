import * as pulumi from "@pulumi/pulumi";
import { azureHolds, burnRateAlert, resolveObjective } from "@ringfence/core/levels";
import { alertRules } from "../monitors/alert-rules";
import { type RingPart, refuseSecond } from "../refuse/once-a-ring";
import { refuse } from "../refuse/refuse";
import type { ServiceLevelsArgs } from "./args";
import { evaluator } from "./evaluator";
import { serviceLevelsProblems } from "./levels-problems";

/**
 * The service's objectives (OE-R3) and their burn-rate alerts: one rule for each objective and pair of windows that
 * Azure's log alerts can hold, over the ring's logs, to the receivers of the alert's severity, with the runbook for a
 * budget that burns. A job evaluates the longer windows, the states, the budgets and the review at half of a budget, and
 * sends them as metrics. An alert that could never fire under its objective is refused, with the arithmetic.
 */
export class ServiceLevels extends pulumi.ComponentResource {
  /** The ids of the burn-rate alert rules, by `<objective>/<alert>`: for a maintenance window, for example. */
  public readonly ruleIds: pulumi.Output<Record<string, string>>;

  constructor(name: string, args: ServiceLevelsArgs, opts?: pulumi.ComponentResourceOptions) {
    refuse("ServiceLevels", name, serviceLevelsProblems(args));
    refuseSecond("ServiceLevels", name, args.ring, levelsParts(args));
    super("ringfence:index:ServiceLevels", name, args, opts);
    const { ring, objectives, jobs } = args;
    const child = { parent: this };
    const rules = objectives.flatMap((definition) => {
      const objective = resolveObjective(definition);
      const held = objective.rules.filter((rule) => azureHolds(objective, rule));
      const watch = {
        name: objective.name,
        resourceId: ring.logAnalyticsId,
        type: "Microsoft.OperationalInsights/workspaces",
      };
      const made = alertRules(
        name,
        ring,
        watch,
        held.map((rule) => burnRateAlert(objective, rule)),
        child,
      );
      return Object.entries(made).map(([alert, id]) => [`${objective.name}/${alert}`, id] as const);
    });
    if (jobs !== undefined) evaluator(name, ring, objectives, jobs, child);
    this.ruleIds = pulumi.all(Object.fromEntries(rules));
    this.registerOutputs({ ruleIds: this.ruleIds });
  }
}

/** One evaluator a ring, and one objective of a name. */
function levelsParts({ objectives, jobs }: ServiceLevelsArgs): RingPart[] {
  const evaluates: RingPart = {
    path: "jobs",
    what: "the evaluator of service levels",
    instead: "give that one the objectives of this one too",
  };
  const named = objectives.map(({ name }, index) => ({
    path: `objectives[${index}].name`,
    what: `the objective ${JSON.stringify(name)}`,
    instead: "give this one another name",
  }));
  return [...(jobs === undefined ? [] : [evaluates]), ...named];
}
