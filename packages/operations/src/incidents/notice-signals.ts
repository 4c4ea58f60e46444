import { type AlertSignal, fingerprintOf, type IncidentLog } from "@ringfence/core/incidents";
import { RunbookId } from "@ringfence/core/runbooks";
import type { Notice } from "../ports";

/** A notice of one of our own jobs, as its journal keeps it: the newest of its fingerprint. */
export interface KeptNotice extends Notice {
  readonly at: string;
}

/** The fingerprint of the incident that a job's notice belongs to. */
export function noticeFingerprint({ fingerprint }: Notice): string {
  return fingerprintOf("notice", [fingerprint]);
}

/**
 * What a notice says, as an alert. Jobs say the same again as long as it holds, so that it is the alert that lasts
 * already, where one does; that it is over ends that one. Undefined for the end of something that never began here.
 */
export function noticeSignal(notice: KeptNotice, log: IncidentLog | undefined): AlertSignal | undefined {
  const lasting = log?.incidents
    .flatMap(({ alerts }) => Object.entries(alerts))
    .find(([, { resolvedAt }]) => resolvedAt === undefined);
  const [alertId, alert] = lasting ?? [`notice-${notice.at}`, { firedAt: notice.at }];
  if (notice.resolved === true && lasting === undefined) return undefined;
  const runbook = Object.values(RunbookId).find((id) => id === notice.runbook);
  return {
    kind: "alert",
    fingerprint: noticeFingerprint(notice),
    alertId,
    severity: notice.severity,
    title: notice.title,
    ...(notice.text !== "" && { details: notice.text }),
    ...(runbook && { runbook }),
    targets: [],
    firedAt: alert.firedAt,
    ...(notice.resolved === true && { resolvedAt: notice.at }),
  };
}
