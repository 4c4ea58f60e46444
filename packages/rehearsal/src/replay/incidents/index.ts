import { applicationIncidents } from "./application-incidents";
import type { Incident } from "./incident";
import { modelIncidents } from "./model-incidents";
import { platformIncidents } from "./platform-incidents";
import { serviceIncidents } from "./service-incidents";

export { type Change, type Incident, Needs } from "./incident";
export { pullsOf, type ScheduledIncident, scheduleIncidents } from "./schedule";
export { strengthOf } from "./strength";

/** The library of incidents, in the order in which they are played. */
export const incidents: readonly Incident[] = [
  ...modelIncidents,
  ...applicationIncidents,
  ...platformIncidents,
  ...serviceIncidents,
];
