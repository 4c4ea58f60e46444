import type { Input } from "@pulumi/pulumi";
import type { RingContext } from "../ring/context";
import type { JobsContext } from "./context";

/** One environment variable of a container. */
export interface EnvironmentVariable {
  name: string;
  value: Input<string>;
}

/**
 * What a job is told: what every job needs, and what this one needs besides; by name, so that a second deployment
 * changes nothing. No secret among it: the jobs sign in as the ring's identity everywhere, and Application Insights'
 * connection string is an address while its local auth is off.
 */
export function environmentVariables(
  ring: RingContext,
  jobs: JobsContext,
  own: Readonly<Record<string, Input<string>>>,
): EnvironmentVariable[] {
  const values: Record<string, Input<string>> = {
    APPLICATIONINSIGHTS_CONNECTION_STRING: ring.applicationInsightsConnectionString,
    AZURE_CLIENT_ID: ring.jobsIdentity.clientId,
    RINGFENCE_AUDIT_CONTAINER: jobs.auditContainer,
    RINGFENCE_JOURNAL_TABLE: jobs.journalTable,
    RINGFENCE_KEY_VAULT_URI: ring.keyVaultUri,
    RINGFENCE_RING: ring.ring,
    RINGFENCE_STORAGE_ACCOUNT: jobs.storageAccountName,
    ...own,
  };
  return Object.entries(values)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => ({ name, value }));
}
