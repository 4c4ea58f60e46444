import { nameOf } from "../../sdk";
import { type SecretVersion, secretVersions, stableUuid, type World, type WorldResource } from "../../world";

/** Something that Key Vault announces of a secret's version. */
export interface VaultEvent {
  id: string;
  type: VaultEventType;
  vault: WorldResource;
  name: string;
  version: SecretVersion;
  /** When it happened, milliseconds since 1970 by the world's clock. */
  time: number;
}

export const VaultEventType = {
  NewVersionCreated: "Microsoft.KeyVault.SecretNewVersionCreated",
  NearExpiry: "Microsoft.KeyVault.SecretNearExpiry",
  Expired: "Microsoft.KeyVault.SecretExpired",
} as const;
export type VaultEventType = (typeof VaultEventType)[keyof typeof VaultEventType];

/** Key Vault announces an expiry 30 days before (learn.microsoft.com/azure/event-grid/event-schema-key-vault). */
const NEAR_EXPIRY_MILLISECONDS = 30 * 86_400_000;

/** What has happened to a vault's secrets up to a moment besides their being written, the earliest first. */
export function vaultEvents(world: World, vault: WorldResource, until: number): VaultEvent[] {
  return world
    .inside(vault.id)
    .filter(({ armType }) => armType === "Microsoft.KeyVault/vaults/secrets")
    .flatMap((secret) => expiriesOf(vault, secret, until))
    .sort((a, b) => a.time - b.time);
}

/** The announcement of a new version. */
export function newVersionEvent(
  vault: WorldResource,
  secret: WorldResource,
  version: SecretVersion,
  time: number,
): VaultEvent {
  return event(vault, secret, version, VaultEventType.NewVersionCreated, time);
}

/**
 * The expiries of a secret, near and past, that have been reached at a moment. Of its versions only the current one nears
 * its end; one that is written when it is near is near at once.
 */
export function expiriesOf(vault: WorldResource, secret: WorldResource, until: number): VaultEvent[] {
  const current = secretVersions(secret).at(-1);
  if (current?.exp === undefined) return [];
  const [created, end] = [current.created * 1000, current.exp * 1000];
  return [
    event(vault, secret, current, VaultEventType.NearExpiry, Math.max(created, end - NEAR_EXPIRY_MILLISECONDS)),
    event(vault, secret, current, VaultEventType.Expired, Math.max(created, end)),
  ].filter(({ time }) => time <= until);
}

function event(
  vault: WorldResource,
  secret: WorldResource,
  version: SecretVersion,
  type: VaultEventType,
  time: number,
): VaultEvent {
  const id = stableUuid(secret.id.toLowerCase(), version.version, type, String(time));
  return { id, type, vault, name: nameOf(secret.id), version, time };
}
