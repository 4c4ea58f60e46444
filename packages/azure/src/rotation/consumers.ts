import { stableUuid } from "@ringfence/core/naming";
import { restartableConsumer } from "@ringfence/core/secret-consumers";
import type { OwnRole } from "./own-role";
import type { RotatedSecretArgs } from "./secrets";

/** Whether the jobs look into the ring's logs: to see who of the named consumers has read a new value. */
export function waitsForConsumers(secrets: readonly RotatedSecretArgs[]): boolean {
  return secrets.some(({ consumers = [] }) => consumers.length > 0);
}

/**
 * What restarting the consumers takes, on each of them that can be restarted. One that reads several secrets is named
 * with each and gets the role once; its assignment is named after it, so that another order of secrets changes nothing.
 */
export function restartRole(secrets: readonly RotatedSecretArgs[]): OwnRole {
  const ids = new Map<string, string>();
  const actions: string[] = [];
  for (const id of secrets.flatMap(({ consumers = [] }) => consumers)) {
    const row = restartableConsumer(id);
    if (row === undefined || ids.has(id.toLowerCase())) continue;
    ids.set(id.toLowerCase(), id);
    actions.push(row.action);
  }
  return {
    purpose: "restarts-consumers",
    title: "Restart consumers of secrets",
    description: "Restart an app, so that it reads its secrets again.",
    actions,
    grants: [...ids].map(([key, scope]) => ({
      name: `restarts-${lastName(scope)}-${stableUuid(key).slice(0, 6)}`,
      seed: `restarts ${key}`,
      scope,
    })),
  };
}

function lastName(id: string): string {
  return id.slice(id.lastIndexOf("/") + 1);
}
