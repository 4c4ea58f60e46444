import type { JobsContext } from "../jobs/context";
import type { RingContext } from "../ring/context";
import type { ServiceObjectiveArgs } from "./objective";

/** What ServiceLevels needs. */
export interface ServiceLevelsArgs {
  /** The ring: its logs, receivers, runbooks and tags. */
  ring: RingContext;
  /** The service's objectives. */
  objectives: ServiceObjectiveArgs[];
  /**
   * Where the evaluator runs: `rotation.jobs`. It computes what Azure's alerts cannot: windows of days, states, budgets
   * and the review at half of a budget. It can only be left out with `alertsOnlyBecause`.
   */
  jobs?: JobsContext;
  /**
   * Why there is no evaluator, in one sentence of at most 256 characters. States, budgets and reviews are then nowhere;
   * alerts that need it must be left out of each objective.
   */
  alertsOnlyBecause?: string;
}
