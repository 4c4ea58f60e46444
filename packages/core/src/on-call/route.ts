import type { Severity } from "../severities";

/** What a message to an address must look like. */
export const RouteKind = {
  /** Azure's common alert schema, which many tools take in as it is. */
  CommonAlertSchema: "common-alert-schema",
  /** A Teams channel's workflow: an adaptive card. */
  Teams: "teams",
  /** A Slack incoming webhook: blocks. */
  Slack: "slack",
  /** PagerDuty's Events API v2. */
  PagerDuty: "pagerduty",
  /** Opsgenie's alert API. */
  Opsgenie: "opsgenie",
} as const;
export type RouteKind = (typeof RouteKind)[keyof typeof RouteKind];

/** A way to tell somebody of an incident. */
export interface IncidentRoute {
  /** Tells the route apart: 2 to 24 lower-case letters, digits and hyphens. */
  name: string;
  /** What the message looks like: common-alert-schema, teams, slack, pagerduty or opsgenie. */
  kind: RouteKind;
  /**
   * The name of the secret in the ring's key vault that holds the webhook's address; for PagerDuty the integration's
   * routing key, for Opsgenie the API key.
   */
  secret: string;
  /**
   * Where PagerDuty or Opsgenie is reached, unless it is in their first region: `https://events.eu.pagerduty.com`,
   * `https://api.eu.opsgenie.com`.
   */
  api?: string;
  /** The severities whose incidents are told of here from the beginning. None when left out: escalations only. */
  severities?: Severity[];
}

/** One step of an escalation: whom to tell when nobody has taken the incident in time. */
export interface EscalationStep {
  /** Who it is, for people who read the message: `the second on call`. */
  tells: string;
  /** The rotation whose person on call is named in the message. */
  rotation?: string;
  /** The routes by which they are told. */
  routes: string[];
}

/** The steps of each severity; one that is left out tells every route, as many times as the severity's row has steps. */
export interface Escalations {
  /** The service is down or unsafe for everyone. */
  Sev0?: EscalationStep[];
  /** Many users are affected. */
  Sev1?: EscalationStep[];
  /** Some users are affected, or a safety net is gone. */
  Sev2?: EscalationStep[];
  /** Nobody is affected yet. */
  Sev3?: EscalationStep[];
  /** Worth knowing. */
  Sev4?: EscalationStep[];
}
