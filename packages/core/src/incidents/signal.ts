import type { RunbookId } from "../runbooks";
import type { Severity } from "../severities";
import type { PersonAct } from "./incident";

/**
 * What is known of one alert at some moment, whole: the message that it is resolved also says when it fired. So a lost
 * message is made up for by any later one of the same alert.
 */
export interface AlertSignal {
  readonly kind: "alert";
  readonly fingerprint: string;
  /** Azure's id of this alert, the same when it fires and when it is resolved. */
  readonly alertId: string;
  readonly severity: Severity;
  readonly title: string;
  /** What was seen and what to do, in sentences. */
  readonly details?: string;
  readonly runbook?: RunbookId;
  /** Azure ids. */
  readonly targets: readonly string[];
  /** ISO 8601 in UTC. */
  readonly firedAt: string;
  readonly resolvedAt?: string;
}

/** What a person did about an alert: in Azure's portal, in a pager, by a command. */
export interface PersonSignal {
  readonly kind: "person";
  readonly fingerprint: string;
  readonly alertId: string;
  readonly act: PersonAct;
  readonly by: string;
  readonly at: string;
  /**
   * Whether it was read from the alert's state, where it stands until it is changed. The time of the first reading
   * counts: Azure says when the alert was last changed, not when this was.
   */
  readonly isState?: boolean;
}

/** Something that was heard. It may come twice, late, out of order, or not at all. */
export type Signal = AlertSignal | PersonSignal;
