import * as pulumi from "@pulumi/pulumi";
import { maximumAge } from "./age";
import type { SecretRotationArgs } from "./args";
import { DEFAULT_OVERLAP_HOURS } from "./secrets";
import type { RotationStore } from "./store";

/** One environment variable of a container. */
export interface EnvironmentVariable {
  name: string;
  value: pulumi.Input<string>;
}

/**
 * What a job is told: where it works, and which secrets it renews. No secret among it: the jobs sign in as the ring's
 * identity everywhere, and Application Insights' connection string is an address while its local auth is off.
 */
export function jobEnvironment(args: SecretRotationArgs, store: RotationStore): EnvironmentVariable[] {
  const { ring, secrets = [] } = args;
  const renewed = secrets.map(({ name, owner, ownerType, maximumAgeDays, overlapHours = DEFAULT_OVERLAP_HOURS }) => ({
    name,
    owner,
    ownerType,
    maximumAgeDays: maximumAge(maximumAgeDays, ring.settings),
    overlapHours,
  }));
  const values: Record<string, pulumi.Input<string>> = {
    APPLICATIONINSIGHTS_CONNECTION_STRING: ring.applicationInsightsConnectionString,
    AZURE_CLIENT_ID: ring.jobsIdentity.clientId,
    RINGFENCE_AUDIT_CONTAINER: store.audit.name,
    RINGFENCE_EVENTS_QUEUE: store.events.name,
    RINGFENCE_JOURNAL_TABLE: store.journal.name,
    RINGFENCE_KEY_VAULT_URI: ring.keyVaultUri,
    RINGFENCE_MAXIMUM_AGE_DAYS: String(ring.settings.secretMaximumAgeDays),
    RINGFENCE_POISON_QUEUE: store.poison.name,
    RINGFENCE_RING: ring.ring,
    RINGFENCE_SECRETS: pulumi.jsonStringify(renewed),
    RINGFENCE_STORAGE_ACCOUNT: store.account.name,
    RINGFENCE_UNDELIVERED_CONTAINER: store.undelivered.name,
  };
  return Object.entries(values).map(([name, value]) => ({ name, value }));
}
