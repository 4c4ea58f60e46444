import { createHash } from "node:crypto";

/**
 * What groups alerts to one incident: 16 hexadecimal digits of the alert rule and what it watches. One rule's alerts
 * of several deployments of an account are one incident. Azure ids differ in letter case from answer to answer.
 */
export function fingerprintOf(rule: string, targets: readonly string[]): string {
  const parts = [rule, ...[...targets].sort()].map((part) => part.toLowerCase());
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 16);
}

/** An incident's id: its fingerprint and when the alert fired that opened it, `1f0c…-20261121T030500Z`. */
export function incidentId(fingerprint: string, firedAt: string): string {
  const moment = new Date(firedAt).toISOString().replace(/[-:]|\.\d+/g, "");
  return `${fingerprint}-${moment}`;
}
