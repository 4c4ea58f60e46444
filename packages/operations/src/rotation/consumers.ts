import type { VaultItem } from "../ports";
import type { RotatedSecret } from "./rotated-secret";

/** Who reads a secret: known by what they say, or by what the vault's log says of them. */
export interface Consumers {
  /** Those of the secret's consumers that have not got this version yet. */
  waiting(secret: RotatedSecret, version: Pick<VaultItem, "version" | "createdOn">): Promise<readonly string[]>;
  /** Makes all of them read again, as far as it can be done from here. */
  force(secret: RotatedSecret, version: string): Promise<void>;
}
