import type { Severity } from "../severities";

/** Who keeps a runbook true and is asked when it does not help. */
export const OwnerRole = {
  Platform: "platform engineer",
  Security: "security engineer",
  Service: "service owner",
  Cost: "cost owner",
} as const;
export type OwnerRole = (typeof OwnerRole)[keyof typeof OwnerRole];

/** The incidents that have a runbook. The value is the name of its file in `runbooks/`, without `.md`. */
export const RunbookId = {
  QuotaExhaustion: "quota-exhaustion",
  ModelUnavailable: "model-unavailable",
  ModelLatency: "model-latency",
  ProvisionedThroughputSaturated: "provisioned-throughput-saturated",
  ContentFilterSpike: "content-filter-spike",
  RegionOutage: "region-outage",
  SearchThrottled: "search-throttled",
  SearchSlow: "search-slow",
  KeyVaultUnavailable: "key-vault-unavailable",
  KeyVaultSaturated: "key-vault-saturated",
  KeyVaultAccessDenied: "key-vault-access-denied",
  SecretNearExpiry: "secret-near-expiry",
  KeyRotationFailure: "key-rotation-failure",
  RotationEventsLost: "rotation-events-lost",
  RotationSweepDead: "rotation-sweep-dead",
  JobFailed: "job-failed",
  JobNotRun: "job-not-run",
  BudgetBurn: "budget-burn",
} as const;
export type RunbookId = (typeof RunbookId)[keyof typeof RunbookId];

/** One runbook: the file `runbooks/<id>.md` is what a person follows, this row is what the code knows of it. */
export interface Runbook {
  id: RunbookId;
  /** What has happened, in a few words. */
  title: string;
  /** The severity at which it is opened in prod; other rings are less urgent. */
  severity: Severity;
  owner: OwnerRole;
  /** What brings somebody here, where it is not an alert row: a budget, or another runbook. Empty otherwise. */
  openedBy: string;
}
