import type { RunbookId } from "../runbooks";
import type { Severity } from "../severities";
import type { Task } from "./task";

/** Where an incident is. Mitigated is not resolved: users are no longer affected, what caused it is still there. */
export const IncidentState = {
  /** Nobody has taken it. */
  Open: "open",
  /** Somebody has taken it. */
  Acknowledged: "acknowledged",
  /** Users are no longer affected. */
  Mitigated: "mitigated",
  /** Its alerts are gone, or a person has closed it. */
  Resolved: "resolved",
} as const;
export type IncidentState = (typeof IncidentState)[keyof typeof IncidentState];

/** What a person does about an incident. */
export const PersonAct = { Acknowledge: "acknowledge", Mitigate: "mitigate", Resolve: "resolve" } as const;
export type PersonAct = (typeof PersonAct)[keyof typeof PersonAct];

/** What is known of one alert. Times are ISO 8601 in UTC, and those of the alert, not of when it was heard of. */
export interface AlertFact {
  readonly severity: Severity;
  readonly firedAt: string;
  readonly resolvedAt?: string;
}

/** What a person did, and when. */
export interface PersonFact {
  readonly act: PersonAct;
  /** A name or an address, as the source gives it. */
  readonly by: string;
  readonly at: string;
  /** The alert whose state said so, where a state was read and not a deed heard of. */
  readonly alertId?: string;
}

/** What was told last, for deciding whether there is something new to tell. */
export interface Told {
  readonly firing: readonly string[];
  readonly resolved: readonly string[];
  readonly at: string;
  /** Whether it said that the alert comes and goes. */
  readonly flapping: boolean;
}

/**
 * One incident as it is kept. It holds facts, from which `statusOf` derives state, severity and deadlines, so that the
 * order in which facts arrive does not matter; and beside them only what has been done, so that it is done once.
 */
export interface Incident {
  readonly id: string;
  readonly title: string;
  /** What was seen and what to do, as its first alert says it. */
  readonly details?: string;
  readonly runbook?: RunbookId;
  /** What the alerts are about: Azure ids. */
  readonly targets: readonly string[];
  /** By the alerts' ids. */
  readonly alerts: Readonly<Record<string, AlertFact>>;
  readonly acts: readonly PersonFact[];
  /** 1, and one more for each time that it came back after it was resolved. */
  readonly episode: number;
  /** The clocks of a later episode run from here; those of the first run from its first alert. */
  readonly episodeFrom?: string;
  /** Whether it was resolved when it was last looked at. */
  readonly wasResolved: boolean;
  /** What has been escalated: `<episode>/<severity>/<deadline>/<level>`. */
  readonly escalated: readonly string[];
  readonly told?: Told;
  /** How many notices there were. */
  readonly notices: number;
  /** The next moment at which a notice may be due. */
  readonly nextNoticeAt: string;
  /** Odd while its work item is asked to be open, even while it is asked to be closed; one more at each change. */
  readonly workItemTurn: number;
  /** Ended alerts that began earlier than this are no longer listed, but for the first and the worst. */
  readonly prunedBefore?: string;
}

/** All that is kept of the incidents of one fingerprint. At most one of them is not resolved. Plain JSON. */
export interface IncidentLog {
  /** What groups alerts to incidents: the alert rule and what it watches. */
  readonly fingerprint: string;
  /** Oldest first. */
  readonly incidents: readonly Incident[];
  /** What people did about alerts that have not been heard of yet, by the alert's id. */
  readonly early: Readonly<Record<string, readonly PersonFact[]>>;
  /** What is to be done and not yet confirmed by `done`. In order. */
  readonly tasks: readonly Task[];
}

/** A fingerprint of which nothing is known yet. */
export function emptyLog(fingerprint: string): IncidentLog {
  return { fingerprint, incidents: [], early: {}, tasks: [] };
}

/** Whether a fact is known: the same deed, or the same state of the same alert, which is read again at every look. */
export function isKnown(facts: readonly PersonFact[], { act, by, at, alertId }: PersonFact): boolean {
  return facts.some(
    (known) =>
      known.act === act && (alertId === undefined ? known.by === by && known.at === at : known.alertId === alertId),
  );
}
