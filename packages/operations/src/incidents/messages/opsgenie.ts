import type { Severity } from "@ringfence/core/severities";
import { isOver, type MessageForm } from "./message";

const priorities: Record<Severity, string> = { Sev0: "P1", Sev1: "P2", Sev2: "P3", Sev3: "P4", Sev4: "P5" };

/** A message holds 130 characters, a description 15 000 (Opsgenie, Alert API, Create Alert). */
const LONGEST = { message: 130, description: 15_000 };

/**
 * An alert of Opsgenie's Alert API, or its closing. The incident's id is the `alias`: a second alert with the alias of
 * an open one is counted to it and makes no other.
 */
export const opsgenieMessage: MessageForm = (message, key, api = "https://api.opsgenie.com") => {
  const base = `${api.replace(/\/$/, "")}/v2/alerts`;
  const headers = { authorization: `GenieKey ${key}` };
  const source = `ringfence ${message.ring}`;
  if (isOver(message)) {
    const url = `${base}/${encodeURIComponent(message.incident)}/close?identifierType=alias`;
    return { url, headers, body: { source, note: message.text } };
  }
  return {
    url: base,
    headers,
    body: {
      message: message.title.slice(0, LONGEST.message),
      alias: message.incident,
      description: message.text.slice(0, LONGEST.description),
      priority: priorities[message.severity],
      source,
      entity: message.service,
      tags: [message.ring, message.severity, message.because],
      details: { ...Object.fromEntries(message.facts), ...(message.runbookUrl && { runbook: message.runbookUrl }) },
    },
  };
};
