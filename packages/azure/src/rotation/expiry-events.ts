import * as eventgrid from "@pulumi/azure-native/eventgrid";
import * as pulumi from "@pulumi/pulumi";
import { resourceName } from "@ringfence/core/naming";
import { RoleName } from "@ringfence/core/roles";
import { diagnose } from "../diagnostics/diagnose";
import type { RingContext } from "../ring/context";
import { assignRole } from "../roles/assign-role";
import type { RotationStore } from "./store";

/** What Key Vault announces of an expiry (azure-docs event-schema-key-vault.md). */
export const expiryEventTypes: readonly string[] = ["Secret", "Key", "Certificate"].flatMap((kind) => [
  `Microsoft.KeyVault.${kind}NearExpiry`,
  `Microsoft.KeyVault.${kind}Expired`,
]);

/** A week: an event outlives a long weekend without a running job. */
const EVENT_LIFE_SECONDS = 7 * 24 * 60 * 60;

/**
 * Brings the vault's expiry events into the store's queue. Event Grid tries for a day (30 times, both its maximum) and
 * then writes the event into a container, so that nothing gets lost without a trace.
 */
export function expiryEvents(
  name: string,
  ring: RingContext,
  store: RotationStore,
  opts: pulumi.CustomResourceOptions,
): eventgrid.SystemTopic {
  const { resourceGroupName, location, logAnalyticsId } = ring;
  const topic = new eventgrid.SystemTopic(
    `${name}-vault-events`,
    {
      systemTopicName: resourceName("systemTopic", { name: ring.name, ring: ring.ring, qualifier: "vault" }),
      resourceGroupName,
      location,
      source: ring.keyVaultId,
      topicType: "Microsoft.KeyVault.vaults",
      identity: { type: "SystemAssigned" },
      tags: { ...ring.tags },
    },
    opts,
  );
  diagnose(`${name}-vault-events-logs`, { resourceId: topic.id, logAnalyticsId }, opts);
  const principalId = topic.identity.apply((identity) => identity?.principalId ?? "");
  const delivers = { principalId, principalType: "ServicePrincipal" } as const;
  const roles = [
    assignRole(
      `${name}-topic-sends`,
      { ...delivers, scope: store.events.id, role: RoleName.StorageQueueDataMessageSender },
      opts,
    ),
    assignRole(
      `${name}-topic-keeps-undelivered`,
      { ...delivers, scope: store.undelivered.id, role: RoleName.StorageBlobDataContributor },
      opts,
    ),
  ];
  new eventgrid.SystemTopicEventSubscription(
    `${name}-expiry`,
    {
      eventSubscriptionName: resourceName("eventSubscription", {
        name: ring.name,
        ring: ring.ring,
        qualifier: "expiry",
      }),
      resourceGroupName,
      systemTopicName: topic.name,
      eventDeliverySchema: "CloudEventSchemaV1_0",
      filter: { includedEventTypes: [...expiryEventTypes] },
      deliveryWithResourceIdentity: {
        identity: { type: "SystemAssigned" },
        destination: {
          endpointType: "StorageQueue",
          resourceId: store.account.id,
          queueName: store.events.name,
          queueMessageTimeToLiveInSeconds: EVENT_LIFE_SECONDS,
        },
      },
      deadLetterWithResourceIdentity: {
        identity: { type: "SystemAssigned" },
        deadLetterDestination: {
          endpointType: "StorageBlob",
          resourceId: store.account.id,
          blobContainerName: store.undelivered.name,
        },
      },
      retryPolicy: { eventTimeToLiveInMinutes: 1440, maxDeliveryAttempts: 30 },
    },
    pulumi.mergeOptions(opts, { dependsOn: roles }),
  );
  return topic;
}
