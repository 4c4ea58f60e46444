import type { ActionId } from "../actions";
import type { AlertId } from "../alerts";
import type { RequirementId } from "../requirements";
import type { JobCommand } from "./job-command";
import type { GrantPurpose } from "./job-grants";

/** What starts a job. */
export const JobTrigger = {
  /** The clock. */
  Schedule: "schedule",
  /** A message in a queue. */
  Queue: "queue",
  /** A person. */
  ByHand: "by hand",
} as const;
export type JobTrigger = (typeof JobTrigger)[keyof typeof JobTrigger];

/** How often a schedule starts a job at least; it decides how soon a job that no longer runs is noticed. */
export const JobCadence = { Daily: "daily", Hourly: "hourly" } as const;
export type JobCadence = (typeof JobCadence)[keyof typeof JobCadence];

/** What every job states. */
export interface JobFacts {
  readonly command: JobCommand;
  /** What it is for, in a sentence; the command line shows it too. */
  readonly purpose: string;
  /** The requirements that it serves by itself; none where it looks after other jobs. */
  readonly requirements: readonly RequirementId[];
  /** The actions that it may take; the gate refuses every other. */
  readonly actions: readonly ActionId[];
  /** The roles that it gets. */
  readonly grants: readonly GrantPurpose[];
  /** Whether it lists and renews keys of services, by a role of exactly what their kinds need. */
  readonly renewsKeys: boolean;
  /** Whether it restarts consumers of secrets, by a role of exactly what their kinds need. */
  readonly restartsConsumers: boolean;
}

/** A job that the clock starts. */
export interface ScheduledJobRow extends JobFacts {
  readonly trigger: typeof JobTrigger.Schedule;
  readonly cadence: JobCadence;
  /** The alert on a run that fails. */
  readonly failed: AlertId;
  /** The alert on a run that does not come. */
  readonly notRun: AlertId;
}

/** A job that messages start. */
export interface QueueJobRow extends JobFacts {
  readonly trigger: typeof JobTrigger.Queue;
  /** The alert on a run that fails. A run that does not come is found by the job that sweeps after it. */
  readonly failed: AlertId;
  /** The scheduled job that finds what this one was never started for. */
  readonly sweptBy: JobCommand;
}

/** A command that a person runs. */
export interface HandJobRow extends JobFacts {
  readonly trigger: typeof JobTrigger.ByHand;
}

/** One command of `ringfence-operations`. */
export type JobRow = ScheduledJobRow | QueueJobRow | HandJobRow;
