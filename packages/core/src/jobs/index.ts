export { JobCommand } from "./job-command";
export { type GrantPurpose, GrantScope, type JobGrant, jobGrants } from "./job-grants";
export {
  type HandJobRow,
  JobCadence,
  type JobFacts,
  type JobRow,
  JobTrigger,
  type QueueJobRow,
  type ScheduledJobRow,
} from "./job-row";
export { deployedJobs, grantsOf, jobs } from "./jobs";
