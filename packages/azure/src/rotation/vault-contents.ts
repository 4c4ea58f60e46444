import * as keyvault from "@pulumi/azure-native/keyvault";
import type * as pulumi from "@pulumi/pulumi";
import type { RingContext } from "../ring/context";
import { ANNOUNCED_DAYS_AHEAD, epochSeconds, maximumAge } from "./age";
import { DEFAULT_KEY_TYPE, isRsaKey, type VaultKeyArgs, VaultKeyCurve } from "./keys";
import type { ManualSecretArgs } from "./secrets";

/** A secret that people renew: a new value is a new version with the expiry that its day of issue gives. */
export function manualSecret(
  name: string,
  ring: RingContext,
  secret: ManualSecretArgs,
  opts: pulumi.CustomResourceOptions,
): keyvault.Secret {
  const days = maximumAge(secret.maximumAgeDays, ring.settings);
  return new keyvault.Secret(
    `${name}-secret-${secret.name}`,
    {
      secretName: secret.name,
      vaultName: ring.keyVaultName,
      resourceGroupName: ring.resourceGroupName,
      properties: {
        value: secret.value,
        contentType: secret.contentType ?? "text/plain",
        attributes: {
          enabled: true,
          notBefore: epochSeconds(secret.issuedOn),
          expires: epochSeconds(secret.issuedOn, days),
        },
      },
      tags: { ...ring.tags, ValidityPeriodDays: String(days), renewedAt: secret.renewedAt },
    },
    opts,
  );
}

/**
 * A key that Key Vault renews when its expiry is near. The notice comes a week later, so it is heard only of a key
 * that should have been renewed and was not: the current version of a renewed key is never near its expiry.
 */
export function vaultKey(
  name: string,
  ring: RingContext,
  key: VaultKeyArgs,
  opts: pulumi.CustomResourceOptions,
): keyvault.Key {
  const days = maximumAge(key.maximumAgeDays, ring.settings);
  const keyType = key.keyType ?? DEFAULT_KEY_TYPE;
  const isRsa = isRsaKey(keyType);
  return new keyvault.Key(
    `${name}-key-${key.name}`,
    {
      keyName: key.name,
      vaultName: ring.keyVaultName,
      resourceGroupName: ring.resourceGroupName,
      properties: {
        kty: keyType,
        ...(isRsa ? { keySize: key.keySize ?? 3072 } : { curveName: key.curve ?? VaultKeyCurve.P256 }),
        attributes: {
          enabled: true,
          exportable: false,
          notBefore: epochSeconds(key.issuedOn),
          expires: epochSeconds(key.issuedOn, days),
        },
        rotationPolicy: {
          attributes: { expiryTime: `P${days}D` },
          lifetimeActions: [
            { action: { type: "rotate" }, trigger: { timeAfterCreate: `P${days - ANNOUNCED_DAYS_AHEAD}D` } },
            { action: { type: "notify" }, trigger: { timeBeforeExpiry: `P${ANNOUNCED_DAYS_AHEAD - 7}D` } },
          ],
        },
      },
      tags: { ...ring.tags, ValidityPeriodDays: String(days) },
    },
    opts,
  );
}
