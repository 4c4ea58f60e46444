import type { SecretOwnerType } from "@ringfence/core/secret-owners";

/** A secret that the job renews, as the component tells it in `RINGFENCE_SECRETS`. */
export interface RotatedSecret {
  /** Its name in the ring's key vault. */
  readonly name: string;
  /** The service whose key it is. */
  readonly owner: string;
  readonly ownerType: SecretOwnerType;
  /** Days from a key's renewal until it expires. */
  readonly maximumAgeDays: number;
  /** Hours for which the key before stays valid. */
  readonly overlapHours: number;
  /** Who reads the secret and says so; while one of them has not got the new value, the old key is not retired. */
  readonly consumers?: readonly string[];
  /** Where the service's data plane answers, where that is not its own public address: another cloud, a private name. */
  readonly endpoint?: string;
  /** An address that answers to the key, for owners that have no other way to try one. */
  readonly probe?: string;
}

export const HOUR = 60 * 60 * 1000;
export const DAY = 24 * HOUR;

/** Key Vault announces an expiry this many days ahead (azure-docs event-schema-key-vault.md); renewal starts then. */
export const ANNOUNCED_DAYS_AHEAD = 30;
