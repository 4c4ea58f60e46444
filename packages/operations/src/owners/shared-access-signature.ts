import { createHmac } from "node:crypto";
import type { Secret } from "../ports";

/** What is signed is good for a minute: it is used at once. */
const LIFE_SECONDS = 60;

/** A token of Service Bus and Event Hubs, signed with a rule's key (azure-docs service-bus-sas.md). */
export function sharedAccessSignature(address: string, rule: string, key: Secret, now: Date = new Date()): string {
  const resource = encodeURIComponent(address.toLowerCase());
  const expiry = Math.floor(now.getTime() / 1000) + LIFE_SECONDS;
  const signature = createHmac("sha256", key.reveal()).update(`${resource}\n${expiry}`).digest("base64");
  return `SharedAccessSignature sr=${resource}&sig=${encodeURIComponent(signature)}&se=${expiry}&skn=${encodeURIComponent(rule)}`;
}
