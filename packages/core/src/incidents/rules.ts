import { type Severity, type SeverityLevel, severities } from "../severities";

/** Until when nobody is told of an incident of a severity: the moment itself where people may be told then. */
export type Quiet = (moment: Date, severity: Severity) => Date;

/** When an alert that comes and goes is treated as one incident until it has been quiet for a while. */
export interface FlapRule {
  /** So many alerts of one incident … */
  readonly firings: number;
  /** … that fired within so many minutes make it flap; it is resolved only … */
  readonly withinMinutes: number;
  /** … when all have been gone for so long. */
  readonly quietMinutes: number;
}

/** What the incident machine goes by. */
export interface IncidentRules {
  readonly severities: Readonly<Record<Severity, SeverityLevel>>;
  /** Seconds from the first alert until the first notice, so that alerts of one cause come in one. */
  readonly groupWaitSeconds: number;
  /** Seconds between notices of one incident that say something new. */
  readonly groupIntervalSeconds: number;
  /** Seconds after which an incident that nobody has taken is told of again. */
  readonly repeatIntervalSeconds: number;
  /** Minutes after an alert's end within which the next one reopens its incident; later it is a new incident. */
  readonly reopenWithinMinutes: number;
  readonly flapping: FlapRule;
  /** Business hours and maintenance. Nothing is quiet when left out. */
  readonly quiet?: Quiet;
}

/**
 * The rules unless a user states others. Waits and intervals are Alertmanager's defaults (prometheus/alertmanager,
 * dispatch/route.go, DefaultRouteOpts); reopening and flapping are judgement: within the hour the same people still
 * have it in mind, and four times an hour is more than a deployment or a restart explains.
 */
export const defaultIncidentRules: IncidentRules = {
  severities,
  groupWaitSeconds: 30,
  groupIntervalSeconds: 300,
  repeatIntervalSeconds: 14_400,
  reopenWithinMinutes: 60,
  flapping: { firings: 4, withinMinutes: 60, quietMinutes: 30 },
};

/** Days after which nothing more is heard of an alert: Azure deletes its records after thirty (Azure Monitor, alert states). */
export const LONGEST_MEMORY_DAYS = 31;

/** Days that an incident is remembered whose severity asks for a review: a missing one is reported for half a year. */
export const REVIEW_MEMORY_DAYS = 180;
