import * as pulumi from "@pulumi/pulumi";
import { maximumAge } from "./age";
import type { SecretRotationArgs } from "./args";
import { waitsForConsumers } from "./consumers";
import { DEFAULT_OVERLAP_HOURS } from "./secrets";
import type { RotationStore } from "./store";

/** What the rotation's jobs are told besides what every job is told: their queues, and which secrets they renew. */
export function rotationEnvironment(
  args: SecretRotationArgs,
  store: RotationStore,
): Record<string, pulumi.Input<string>> {
  const { ring, secrets = [] } = args;
  const renewed = secrets.map(({ maximumAgeDays, overlapHours = DEFAULT_OVERLAP_HOURS, ...secret }) => ({
    ...secret,
    maximumAgeDays: maximumAge(maximumAgeDays, ring.settings),
    overlapHours,
  }));
  return {
    RINGFENCE_EVENTS_QUEUE: store.events.name,
    ...(waitsForConsumers(secrets) ? { RINGFENCE_LOG_ANALYTICS_WORKSPACE_ID: ring.logAnalyticsId } : {}),
    RINGFENCE_MAXIMUM_AGE_DAYS: String(ring.settings.secretMaximumAgeDays),
    RINGFENCE_POISON_QUEUE: store.poison.name,
    RINGFENCE_SECRETS: pulumi.jsonStringify(renewed),
    RINGFENCE_UNDELIVERED_CONTAINER: store.undelivered.name,
  };
}
