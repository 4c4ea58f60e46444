import type { Severity } from "../severities";

/** Who keeps a runbook true and is asked when it does not help. */
export const OwnerRole = {
  Platform: "platform engineer",
  Security: "security engineer",
  Service: "service owner",
  Cost: "cost owner",
} as const;
export type OwnerRole = (typeof OwnerRole)[keyof typeof OwnerRole];

/** Whether a page says what to do about something that happened, or how to carry out one change safely. */
export const RunbookKind = { Incident: "incident", Playbook: "playbook" } as const;
export type RunbookKind = (typeof RunbookKind)[keyof typeof RunbookKind];

/** The incidents and playbooks that have a page. The value is the name of its file in `runbooks/`, without `.md`. */
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
  ErrorBudgetBurn: "error-budget-burn",
  TelemetrySilence: "telemetry-silence",
  SafetyRegression: "safety-regression",
  RetrievalQualityDrop: "retrieval-quality-drop",
  VectorIndexCorruption: "vector-index-corruption",
  JailbreakAttempts: "jailbreak-attempts",
  CacheCollapse: "cache-collapse",
  AgentRunsFailing: "agent-runs-failing",
  MlEndpointErrors: "ml-endpoint-errors",
  MlEndpointSlow: "ml-endpoint-slow",
  MlCapacity: "ml-capacity",
  DeploymentRetirement: "deployment-retirement",
  PrivateEndpointFailure: "private-endpoint-failure",
  GatewaySaturated: "gateway-saturated",
  GatewayErrors: "gateway-errors",
  SearchStorageFull: "search-storage-full",
  StorageUnavailable: "storage-unavailable",
  CosmosThrottled: "cosmos-throttled",
  ApplicationFailures: "application-failures",
  DependencyFailures: "dependency-failures",
  ContainerRestarts: "container-restarts",
  CriticalResourceDeleted: "critical-resource-deleted",
  AccessChanged: "access-changed",
  DiagnosticsRemoved: "diagnostics-removed",
  ResourceUnhealthy: "resource-unhealthy",
  IngestionCap: "ingestion-cap",
  DriftDetected: "drift-detected",
  ReviewOverdue: "review-overdue",
  IncidentNotTaken: "incident-not-taken",
  SwitchToPayAsYouGo: "switch-to-pay-as-you-go",
  FailOverRegion: "fail-over-region",
  RevertModel: "revert-model",
  RevertPrompt: "revert-prompt",
  RevertAgent: "revert-agent",
  RevokeSecret: "revoke-secret",
  StopAutomation: "stop-automation",
} as const;
export type RunbookId = (typeof RunbookId)[keyof typeof RunbookId];

/** One runbook: the file `runbooks/<id>.md` is what a person follows, this row is what the code knows of it. */
export interface Runbook {
  id: RunbookId;
  kind: RunbookKind;
  /** What has happened, or what the playbook does, in a few words. */
  title: string;
  /** The severity at which it is opened in prod; other rings are less urgent. */
  severity: Severity;
  owner: OwnerRole;
  /** What brings somebody here, where it is not an alert row: a budget, or another runbook. Empty otherwise. */
  openedBy: string;
}
