import type { RouteKind } from "@ringfence/core/on-call";
import { commonAlertSchemaMessage } from "./common-alert-schema";
import type { MessageForm } from "./message";
import { opsgenieMessage } from "./opsgenie";
import { pagerDutyMessage } from "./pagerduty";
import { slackMessage } from "./slack";
import { teamsMessage } from "./teams";

/** The form of a message for each kind of receiver. */
export const messageForms: Readonly<Record<RouteKind, MessageForm>> = {
  "common-alert-schema": commonAlertSchemaMessage,
  teams: teamsMessage,
  slack: slackMessage,
  pagerduty: pagerDutyMessage,
  opsgenie: opsgenieMessage,
};

export { type IncidentMessage, isOver, type MessageForm, type ReceiverRequest } from "./message";
