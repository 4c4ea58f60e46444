/** A secret that the job renews, as the component tells it in `RINGFENCE_SECRETS`. */
export type { RenewedSecret as RotatedSecret } from "../configuration";

export const HOUR = 60 * 60 * 1000;
export const DAY = 24 * HOUR;

/** Key Vault announces an expiry this many days ahead (azure-docs event-schema-key-vault.md); renewal starts then. */
export const ANNOUNCED_DAYS_AHEAD = 30;
