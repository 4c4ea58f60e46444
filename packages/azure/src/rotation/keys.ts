/** The kinds of key; the HSM kinds never leave the hardware of the ring's premium vault. */
export const VaultKeyType = { Rsa: "RSA", RsaHsm: "RSA-HSM", Ec: "EC", EcHsm: "EC-HSM" } as const;
export type VaultKeyType = (typeof VaultKeyType)[keyof typeof VaultKeyType];

/** In hardware, and understood by every client. */
export const DEFAULT_KEY_TYPE: VaultKeyType = VaultKeyType.RsaHsm;

/** Whether a key has a size and not a curve. */
export function isRsaKey(keyType: VaultKeyType): boolean {
  return keyType === VaultKeyType.Rsa || keyType === VaultKeyType.RsaHsm;
}

/** The elliptic curves of EC keys. */
export const VaultKeyCurve = { P256: "P-256", P384: "P-384", P521: "P-521" } as const;
export type VaultKeyCurve = (typeof VaultKeyCurve)[keyof typeof VaultKeyCurve];

/** The sizes of RSA keys, in bits. */
export const rsaKeySizes: readonly number[] = [2048, 3072, 4096];

/**
 * A key in the ring's vault that Key Vault itself renews by its rotation policy. Azure creates a key once and never
 * updates it through Azure Resource Manager: a later change to these arguments reaches new keys only.
 */
export interface VaultKeyArgs {
  /** The key's name in the ring's key vault: 1 to 127 letters, digits and hyphens. */
  name: string;
  /** The kind of key: RSA, RSA-HSM, EC or EC-HSM; RSA-HSM if left out. */
  keyType?: VaultKeyType;
  /** Bits of an RSA key: 2048, 3072 or 4096; 3072 if left out (NIST SP 800-57: 2048 is for use until 2030). */
  keySize?: number;
  /** The curve of an EC key: P-256, P-384 or P-521; P-256 if left out. */
  curve?: VaultKeyCurve;
  /**
   * The day on which the key was first declared, `2026-11-21`; the first version's expiry counts from it, never from
   * today. It stays: Key Vault dates the versions that follow.
   */
  issuedOn: string;
  /**
   * Days from a version's creation until it expires, 37 to the ring's `secretMaximumAgeDays`, which it is if left out.
   * Key Vault makes the next version 30 days before.
   */
  maximumAgeDays?: number;
}
