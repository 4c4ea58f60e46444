import type { AlertRecord } from "@ringfence/operations/incidents";

const group = "/subscriptions/00000000-0000-4000-8000-000000000000/resourceGroups/rg-claims";
export const account = `${group}/providers/Microsoft.CognitiveServices/accounts/ais-claims`;
const rule = `${group}/providers/microsoft.insights/metricAlerts/ma-claims-model-callers-turned-away`;

const START = Date.parse("2026-11-21T03:00:00Z");

/** A moment some minutes after three in the morning. */
export function at(minutes: number): Date {
  return new Date(START + minutes * 60_000);
}

/** An alert as Azure lists it. */
export function alertRecord(
  name: string,
  firedAt: number,
  {
    resolvedAt,
    severity = "Sev1",
    state = "New",
    changedAt = resolvedAt ?? firedAt,
    by,
    runbook = "quota-exhaustion",
    alertRule = rule,
  }: {
    resolvedAt?: number;
    severity?: string;
    state?: "New" | "Acknowledged" | "Closed";
    changedAt?: number;
    by?: string;
    runbook?: string;
    alertRule?: string;
  } = {},
): AlertRecord {
  return {
    id: `${account}/providers/Microsoft.AlertsManagement/alerts/${name}`,
    name,
    properties: {
      essentials: {
        severity,
        alertRule,
        targetResource: account,
        description: `Callers are turned away. Runbook: https://github.com/contoso/claims/blob/main/runbooks/${runbook}.md`,
        monitorCondition: resolvedAt === undefined ? "Fired" : "Resolved",
        alertState: state,
        startDateTime: at(firedAt).toISOString(),
        lastModifiedDateTime: at(changedAt).toISOString(),
        ...(by && { lastModifiedUserName: by }),
        ...(resolvedAt !== undefined && { monitorConditionResolvedDateTime: at(resolvedAt).toISOString() }),
      },
    },
  };
}
