import type { Deadline, IncidentState, Occasion } from "@ringfence/core/incidents";
import type { Severity } from "@ringfence/core/severities";

/** What somebody is told of an incident, before it has the form that a receiver wants. No secret in it. */
export interface IncidentMessage {
  /** The same for the same message; receivers that can, take it once. */
  readonly key: string;
  readonly incident: string;
  readonly severity: Severity;
  readonly state: IncidentState;
  /** Why it is told: an occasion, or the deadline that has passed. */
  readonly because: Occasion | Deadline;
  /** One line: severity, what has happened, to what. */
  readonly title: string;
  /** Sentences for a person. */
  readonly text: string;
  /** What to know at a glance, in order. */
  readonly facts: readonly (readonly [name: string, value: string])[];
  readonly runbookUrl?: string;
  readonly targets: readonly string[];
  readonly service: string;
  readonly ring: string;
  /** ISO 8601: when the alert fired that opened it. */
  readonly openedAt: string;
  readonly resolvedAt?: string;
}

/** A request to a receiver. Its address or a header may be a secret: never log it. */
export interface ReceiverRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** Makes the request of a message: `secret` is the webhook's address, or the key of a service with one address. */
export type MessageForm = (message: IncidentMessage, secret: string, api?: string) => ReceiverRequest;

/** Whether the message says that it is over. */
export function isOver({ because }: IncidentMessage): boolean {
  return because === "resolved";
}
