import type { Severity } from "@ringfence/core/severities";
import { isOver, type MessageForm } from "./message";

/** Its four severities (PagerDuty, PD-CEF). */
const severities: Record<Severity, string> = {
  Sev0: "critical",
  Sev1: "error",
  Sev2: "warning",
  Sev3: "info",
  Sev4: "info",
};

/** A summary holds 1024 characters (PagerDuty, Send an alert event). */
const LONGEST_SUMMARY = 1024;

/**
 * An event of PagerDuty's Events API v2: `trigger`, or `resolve` when it is over. The incident's id is the `dedup_key`,
 * so that everything that is told of one incident is one alert there.
 */
export const pagerDutyMessage: MessageForm = (message, routingKey, api = "https://events.pagerduty.com") => ({
  url: `${api.replace(/\/$/, "")}/v2/enqueue`,
  headers: {},
  body: {
    routing_key: routingKey,
    event_action: isOver(message) ? "resolve" : "trigger",
    dedup_key: message.incident,
    ...(!isOver(message) && {
      payload: {
        summary: message.title.slice(0, LONGEST_SUMMARY),
        source: message.targets[0] ?? message.service,
        severity: severities[message.severity],
        timestamp: message.openedAt,
        component: message.service,
        group: message.ring,
        class: message.because,
        custom_details: { says: message.text, ...Object.fromEntries(message.facts) },
      },
      ...(message.runbookUrl && { links: [{ href: message.runbookUrl, text: "Runbook" }] }),
    }),
  },
});
