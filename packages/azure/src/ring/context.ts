import type { Input } from "@pulumi/pulumi";
import type { NetworkMode, RingName } from "@ringfence/core/rings";
import type { OperationalTags } from "@ringfence/core/tags";

/**
 * What every other component needs to know of its ring. `EnvironmentRing.context` gives it in the same program,
 * `ringContext` reads it from another stack, and other languages fill it in. What a component decides by is plain and
 * known while the program runs; ids and names of created things are inputs.
 */
export interface RingContext {
  /** The ring: sandbox, dev, test or prod. */
  ring: RingName;
  /** The ring component's name; names of resources start with it. */
  name: string;
  /** Five lower-case letters and digits that make globally unique names unique; the same at every deployment. */
  suffix: string;
  /** The region, in Azure's short form: `swedencentral`. */
  location: string;
  /** The six operational tags, on every taggable child. */
  tags: OperationalTags;
  /** What the ring's row and the user's overrides decided. */
  settings: RingContextSettings;
  /** The severities that reach somebody, most urgent first; an alert of another severity goes to the next one of these. */
  severitiesWithReceivers: string[];
  /** Where runbooks are read, without a slash at the end; alerts link to `<this>/<runbook>.md`. */
  runbooksUrl: string;
  /** The Entra tenant of the subscription. */
  tenantId: Input<string>;
  /** The subscription's id, the GUID alone. */
  subscriptionId: Input<string>;
  /** The resource group's name. */
  resourceGroupName: Input<string>;
  /** The resource group's id. */
  resourceGroupId: Input<string>;
  /** The Log Analytics workspace's id. */
  logAnalyticsId: Input<string>;
  /** Application Insights' id. */
  applicationInsightsId: Input<string>;
  /** Application Insights' connection string; ingestion still needs an Entra identity. */
  applicationInsightsConnectionString: Input<string>;
  /** The action group of each severity that has receivers, by severity name. */
  actionGroupIds: Record<string, Input<string>>;
  /** The key vault's name. */
  keyVaultName: Input<string>;
  /** The key vault's id. */
  keyVaultId: Input<string>;
  /** The key vault's address: `https://….vault.azure.net/`. */
  keyVaultUri: Input<string>;
  /** The identity that the ring's jobs run as. */
  jobsIdentity: RingJobsIdentity;
  /** The virtual network's parts; only where `settings.network` is "private". */
  network?: RingNetwork;
}

/** What the ring's row and the user's overrides decided, plain. */
export interface RingContextSettings {
  /** How resources are reached: private or closed. */
  network: NetworkMode;
  /** Whether preview API versions, models and features may be used. */
  previewsAllowed: boolean;
  /** Whether deleted vaults cannot be purged before their retention ends. */
  purgeProtection: boolean;
  /** Whether the resource group is locked against deletion. */
  deleteLock: boolean;
  /** Replicas that a service in this ring runs at least. */
  minimumReplicas: number;
  /** Days that logs are kept. */
  logRetentionDays: number;
  /** Days after which a secret must have been rotated. */
  secretMaximumAgeDays: number;
  /** Whether model versions must be pinned and their upgrade policy stated. */
  pinsModelVersions: boolean;
}

/** The user-assigned identity that the ring's jobs run as. */
export interface RingJobsIdentity {
  /** The identity's resource id. */
  id: Input<string>;
  /** The identity's object id in Entra. */
  principalId: Input<string>;
  /** The identity's application id. */
  clientId: Input<string>;
}

/** Where private endpoints and jobs go in a private ring. */
export interface RingNetwork {
  /** The virtual network's id. */
  virtualNetworkId: Input<string>;
  /** The subnet for private endpoints. */
  endpointsSubnetId: Input<string>;
  /** The subnet for Container Apps environments, delegated to Microsoft.App/environments. */
  jobsSubnetId: Input<string>;
  /** The private DNS zones by name: `privatelink.vaultcore.azure.net` and so on. */
  privateDnsZoneIds: Record<string, Input<string>>;
}
