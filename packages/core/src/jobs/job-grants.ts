import { RoleName } from "../roles";

/** On what a role is given. */
export const GrantScope = {
  KeyVault: "the ring's key vault",
  EventsQueue: "the queue of expiry events",
  PoisonQueue: "the queue of events given up on",
  UndeliveredContainer: "the container of undelivered events",
  AuditContainer: "the audit's container",
  JournalTable: "the journal's table",
  Registry: "the container registry",
  LogAnalytics: "the ring's Log Analytics workspace",
  ResourceGroup: "the ring's resource group",
} as const;
export type GrantScope = (typeof GrantScope)[keyof typeof GrantScope];

/** One role on one thing, and what it is for. */
export interface JobGrant {
  readonly scope: GrantScope;
  readonly role: RoleName;
  readonly because: string;
}

/** The grants by their purpose; a role assignment is named after it. */
export const jobGrants = {
  "writes-secrets": {
    scope: GrantScope.KeyVault,
    role: RoleName.KeyVaultSecretsOfficer,
    because: "reads secrets, writes new versions and their tags",
  },
  "reads-expiries": {
    scope: GrantScope.KeyVault,
    role: RoleName.KeyVaultReader,
    because: "lists keys and certificates with their expiry, without using them",
  },
  "counts-events": {
    scope: GrantScope.EventsQueue,
    role: RoleName.StorageQueueDataReader,
    because: "the scaler that starts the job counts messages with the same identity",
  },
  "takes-events": {
    scope: GrantScope.EventsQueue,
    role: RoleName.StorageQueueDataMessageProcessor,
    because: "receives events and deletes what is dealt with",
  },
  "gives-up-events": {
    scope: GrantScope.PoisonQueue,
    role: RoleName.StorageQueueDataMessageSender,
    because: "puts aside what fails again and again",
  },
  "reads-undelivered": {
    scope: GrantScope.UndeliveredContainer,
    role: RoleName.StorageBlobDataReader,
    because: "finds events that Event Grid could not deliver",
  },
  "writes-audit": {
    scope: GrantScope.AuditContainer,
    role: RoleName.StorageBlobDataContributor,
    because: "appends to the audit; no built-in role appends without being able to delete",
  },
  "reads-audit": {
    scope: GrantScope.AuditContainer,
    role: RoleName.StorageBlobDataReader,
    because: "reads the whole chain",
  },
  "keeps-journal": {
    scope: GrantScope.JournalTable,
    role: RoleName.StorageTableDataContributor,
    because: "keeps the journal, leases, approvals and the switch",
  },
  "reads-journal": {
    scope: GrantScope.JournalTable,
    role: RoleName.StorageTableDataReader,
    because: "reads the chain's head and the switch",
  },
  "reads-logs": {
    scope: GrantScope.LogAnalytics,
    role: RoleName.LogAnalyticsReader,
    because: "runs the objectives' queries",
  },
  "sees-reads": {
    scope: GrantScope.LogAnalytics,
    role: RoleName.LogAnalyticsReader,
    because: "sees which of a secret's named consumers have read it; given only where a secret has consumers",
  },
  "reads-alerts": {
    scope: GrantScope.ResourceGroup,
    role: RoleName.MonitoringReader,
    because: "lists the alerts of the ring's resources",
  },
  "reads-addresses": {
    scope: GrantScope.KeyVault,
    role: RoleName.KeyVaultSecretsUser,
    because: "reads the webhooks' addresses and the token for work items",
  },
  "pulls-image": {
    scope: GrantScope.Registry,
    role: RoleName.AcrPull,
    because: "Container Apps pulls the image with the job's identity",
  },
} as const satisfies Readonly<Record<string, JobGrant>>;
export type GrantPurpose = keyof typeof jobGrants;
