import type { BusinessHours, Escalations, IncidentRoute, Rotation, WorkItemTracker } from "@ringfence/core/on-call";
import type { JobsContext } from "../jobs/context";
import type { MaintenanceWindowArgs } from "../maintenance";
import type { RingContext } from "../ring/context";
import type { ReviewsArgs } from "./reviews";

/** What IncidentRouting needs. */
export interface IncidentRoutingArgs {
  /** The ring: its receivers, alerts and runbooks. */
  ring: RingContext;
  /**
   * Where the router runs: `SecretRotation.jobs`. Without it there are maintenance windows and announcements only; what
   * escalates, reminds, opens work items or holds notices back needs it.
   */
  jobs?: JobsContext;
  /** Ways to tell people besides the ring's receivers, whom Azure tells at once and without the router. */
  routes?: IncidentRoute[];
  /** Who is on call when; messages name them. */
  rotations?: Rotation[];
  /** Whom to tell when nobody has taken an incident in time; every route where a severity is left out. */
  escalations?: Escalations;
  /** When people are told of severities that wake nobody; the router tells them when the hours begin. */
  businessHours?: BusinessHours;
  /** When nobody is told of anything in the ring, or of some rules. */
  maintenance?: MaintenanceWindowArgs[];
  /** Where each incident has a work item. */
  workItems?: WorkItemTracker;
  /** Which incidents have been reviewed, and in which calendar five working days are counted. */
  reviews?: ReviewsArgs;
}
