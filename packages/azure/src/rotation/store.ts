import * as storage from "@pulumi/azure-native/storage";
import type * as pulumi from "@pulumi/pulumi";
import { resourceName } from "@ringfence/core/naming";
import { diagnose } from "../diagnostics/diagnose";
import { privateEndpoint } from "../private-endpoints/private-endpoint";
import type { PrivateLinkGroup } from "../private-endpoints/zones";
import type { RingContext } from "../ring/context";

/** Where rotation keeps what must outlive a run: waiting events, the journal, the audit trail. */
export interface RotationStore {
  account: storage.StorageAccount;
  /** Expiry events that wait for the job. */
  events: storage.Queue;
  /** Events that the job has given up on; somebody must look. */
  poison: storage.Queue;
  /** Events that Event Grid could not put into the queue. */
  undelivered: storage.BlobContainer;
  /** What the job did, in append blobs. */
  audit: storage.BlobContainer;
  /** What the job has begun and not finished, and who works on it. */
  journal: storage.Table;
  /** What must exist before a job can reach the store. */
  doors: pulumi.Resource[];
}

/** The parts of the account that are reached and logged on their own, by their names in private links. */
const services: Readonly<Record<string, PrivateLinkGroup>> = {
  blobServices: "blob",
  queueServices: "queue",
  tableServices: "table",
};

/**
 * A storage account that takes Entra identities only and whose firewall is closed. Event Grid delivers through the
 * exception for trusted Microsoft services, which it may use with the topic's system-assigned identity alone.
 */
export function rotationStore(name: string, ring: RingContext, opts: pulumi.CustomResourceOptions): RotationStore {
  const { resourceGroupName } = ring;
  const account = new storage.StorageAccount(
    `${name}-store`,
    {
      accountName: resourceName("storageAccount", {
        name: ring.name,
        ring: ring.ring,
        qualifier: "rot",
        suffix: ring.suffix,
      }),
      resourceGroupName,
      location: ring.location,
      kind: "StorageV2",
      sku: { name: ring.settings.minimumReplicas > 1 ? "Standard_ZRS" : "Standard_LRS" },
      allowSharedKeyAccess: false,
      defaultToOAuthAuthentication: true,
      allowBlobPublicAccess: false,
      allowCrossTenantReplication: false,
      allowedCopyScope: "AAD",
      enableHttpsTrafficOnly: true,
      minimumTlsVersion: "TLS1_2",
      isLocalUserEnabled: false,
      publicNetworkAccess: "Disabled",
      networkRuleSet: { defaultAction: "Deny", bypass: "AzureServices", ipRules: [], virtualNetworkRules: [] },
      encryption: { keySource: "Microsoft.Storage", requireInfrastructureEncryption: true },
      tags: { ...ring.tags },
    },
    opts,
  );
  const inAccount = { accountName: account.name, resourceGroupName };
  const container = (purpose: string) =>
    new storage.BlobContainer(
      `${name}-${purpose}`,
      { ...inAccount, containerName: purpose, publicAccess: "None" },
      opts,
    );
  const queue = (purpose: string) =>
    new storage.Queue(`${name}-${purpose}`, { ...inAccount, queueName: purpose }, opts);
  const doors = Object.entries(services).map(([service, groupId]) => {
    diagnose(
      `${name}-store-${groupId}-logs`,
      { resourceId: account.id.apply((id) => `${id}/${service}/default`), logAnalyticsId: ring.logAnalyticsId },
      opts,
    );
    return privateEndpoint(`${name}-store-${groupId}`, { ring, resourceId: account.id, groupId }, opts).zoneGroup;
  });
  return {
    account,
    events: queue("expiry-events"),
    poison: queue("expiry-events-poison"),
    undelivered: container("undelivered-events"),
    audit: container("audit"),
    journal: new storage.Table(`${name}-journal`, { ...inAccount, tableName: "journal" }, opts),
    doors,
  };
}
