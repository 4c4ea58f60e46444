import { type AlertRow, alerts } from "@ringfence/core/alerts";
import { fingerprintOf, PersonAct, type Signal } from "@ringfence/core/incidents";
import type { RingName } from "@ringfence/core/rings";
import { RunbookId } from "@ringfence/core/runbooks";
import { type Severity, severityNames } from "@ringfence/core/severities";
import type { AlertRecord } from "./alert-record";

const RUNBOOK = /\/([a-z0-9-]+)\.md\b/g;

/** Characters of a rule's description that go with an incident: the question, the threshold and the runbook fit. */
const LONGEST_DETAILS = 500;

const acts = { Acknowledged: PersonAct.Acknowledge, Closed: PersonAct.Resolve, New: undefined } as const;

/**
 * What an alert's record says: that it fired or is gone, and what people have done about it in Azure. The alert that an
 * incident is not taken is about an incident and is none itself: counted as one, it would keep itself alive.
 */
export function alertSignals({ id, name, properties: { essentials } }: AlertRecord, ring: RingName): Signal[] {
  const { severity, alertRule, targetResource, description = "", monitorCondition, alertState } = essentials;
  const { startDateTime, lastModifiedDateTime, lastModifiedUserName, monitorConditionResolvedDateTime } = essentials;
  const targets = targetResource ? [targetResource] : [];
  const fingerprint = fingerprintOf(alertRule, targets);
  const alertId = lastPart(id) || name;
  const resolvedAt = monitorConditionResolvedDateTime ?? lastModifiedDateTime;
  const act = acts[alertState];
  const runbook = runbookIn(description);
  if (runbook === RunbookId.IncidentNotTaken) return [];
  return [
    {
      kind: "alert",
      fingerprint,
      alertId,
      severity: catalogueSeverity(lastPart(alertRule), ring) ?? severityOf(severity),
      title: `${lastPart(alertRule)}${targetResource ? ` on ${lastPart(targetResource)}` : ""}`,
      ...(description !== "" && { details: description.slice(0, LONGEST_DETAILS) }),
      ...(runbook && { runbook }),
      targets,
      firedAt: startDateTime,
      ...(monitorCondition === "Resolved" && { resolvedAt }),
    },
    ...(act === undefined
      ? []
      : [
          {
            kind: "person" as const,
            fingerprint,
            alertId,
            act,
            by: lastModifiedUserName || "somebody in Azure's portal",
            at: lastModifiedDateTime,
            isState: true,
          },
        ]),
  ];
}

/**
 * The severity of an alert on Azure's activity log, by the row that its rule is named after: Azure gives them all Sev4.
 * Undefined for every other alert, whose rule says its severity itself.
 */
function catalogueSeverity(rule: string, ring: RingName): Severity | undefined {
  const rows: readonly AlertRow[] = Object.values(alerts);
  const row = rows.find(({ kind, id }) => kind === "activityLog" && rule.toLowerCase().endsWith(`-${id}`));
  return row?.severity[ring];
}

/** An unknown severity is taken for the most urgent: unsure means treat it as the higher one. */
function severityOf(text: string): Severity {
  return severityNames.find((severity) => severity === text) ?? "Sev0";
}

/** The runbook that an alert's description links to, if it is one of ours. */
function runbookIn(description: string): RunbookId | undefined {
  const linked = [...description.matchAll(RUNBOOK)].map(([, id]) => id);
  return Object.values(RunbookId).find((id) => linked.includes(id));
}

function lastPart(id: string): string {
  return id.slice(id.lastIndexOf("/") + 1);
}
