import { nameOf } from "../../sdk";
import { objectOf, type Properties } from "../../values";
import type { DeletedResource, SecretVersion, WorldResource } from "../../world";

/** A vault's address in ids: Azure's own, whatever address clients reach it by. */
export function vaultOrigin(vault: WorldResource): string {
  return `https://${nameOf(vault.id).toLowerCase()}.vault.azure.net`;
}

/** For how many days the vault keeps what is deleted. */
export function recoverableDays(vault: WorldResource): number {
  return Number(objectOf(vault.properties.properties).softDeleteRetentionInDays ?? 90);
}

/** Whether what is deleted can be purged before its time. */
export function isPurgeable(vault: WorldResource): boolean {
  return objectOf(vault.properties.properties).enablePurgeProtection !== true;
}

/** What Key Vault says of a version besides its value. */
export function secretItem(vault: WorldResource, name: string, version: SecretVersion, withId: boolean): Properties {
  const { enabled, created, updated, nbf, exp, contentType, tags } = version;
  return {
    id: `${vaultOrigin(vault)}/secrets/${name}${withId ? `/${version.version}` : ""}`,
    attributes: {
      enabled,
      ...(nbf === undefined ? {} : { nbf }),
      ...(exp === undefined ? {} : { exp }),
      created,
      updated,
      recoveryLevel: isPurgeable(vault) ? "Recoverable+Purgeable" : "Recoverable",
      recoverableDays: recoverableDays(vault),
    },
    ...(contentType === undefined ? {} : { contentType }),
    ...(tags === undefined ? {} : { tags }),
  };
}

/** A version with its value. */
export function secretBundle(vault: WorldResource, name: string, version: SecretVersion): Properties {
  return { value: version.value, ...secretItem(vault, name, version, true) };
}

/** What Key Vault adds to a deleted item. */
export function deletion(vault: WorldResource, kind: string, grave: DeletedResource): Properties {
  const seconds = (iso: string) => Math.floor(new Date(iso).getTime() / 1000);
  return {
    recoveryId: `${vaultOrigin(vault)}/deleted${kind}/${grave.name}`,
    deletedDate: seconds(grave.deletedAt),
    scheduledPurgeDate: seconds(grave.purgedAt),
  };
}
