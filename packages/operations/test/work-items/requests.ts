import type { IncidentMessage } from "@ringfence/operations/incidents";
import type { WorkItemRequest } from "@ringfence/operations/work-items";

export const fingerprint = "0123456789abcdef";

export const message: IncidentMessage = {
  key: `${fingerprint}-20261121T030000Z/notice/1`,
  incident: `${fingerprint}-20261121T030000Z`,
  severity: "Sev1",
  state: "open",
  because: "firing",
  title: "[Sev1] model-callers-turned-away on ais-claims",
  text: "An alert has fired. Acknowledge the alert in Azure to take it.",
  facts: [
    ["Service", "claims-assistant"],
    ["Since", "2026-11-21T03:00:00.000Z"],
  ],
  runbookUrl: "https://github.com/contoso/claims/blob/main/runbooks/quota-exhaustion.md",
  targets: ["/subscriptions/s/resourceGroups/g/providers/Microsoft.CognitiveServices/accounts/ais-claims"],
  service: "claims-assistant",
  ring: "prod",
  openedAt: "2026-11-21T03:00:00.000Z",
};

export const request: WorkItemRequest = { fingerprint, message };
export const over: WorkItemRequest = {
  fingerprint,
  message: { ...message, because: "resolved", state: "resolved", text: "The incident is over." },
};
