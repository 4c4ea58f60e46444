import type { Secret } from "./secret";

/** What kind of thing a vault holds. */
export const VaultItemKind = { Secret: "secret", Key: "key", Certificate: "certificate" } as const;
export type VaultItemKind = (typeof VaultItemKind)[keyof typeof VaultItemKind];

/** One version of something in the vault, without its value. */
export interface VaultItem {
  readonly kind: VaultItemKind;
  readonly name: string;
  readonly version: string;
  readonly enabled: boolean;
  readonly createdOn: Date;
  readonly updatedOn: Date;
  readonly expiresOn?: Date;
  readonly notBefore?: Date;
  readonly contentType?: string;
  /** Whether Key Vault looks after it itself, as it does with a certificate's secret. */
  readonly managed: boolean;
  readonly tags: Readonly<Record<string, string>>;
}

/** What is written with a new version. */
export interface NewVersion {
  readonly expiresOn: Date;
  readonly contentType: string;
  readonly tags: Readonly<Record<string, string>>;
}

/** The ring's key vault. */
export interface SecretStore {
  /** The newest version of every secret, key and certificate, a page at a time. Lists do not say which version that is: `version` is empty. */
  items(): AsyncIterable<VaultItem>;
  /** Every version of one secret, in no certain order. */
  versions(name: string): AsyncIterable<VaultItem>;
  /** The newest version of a secret, undefined if there is none. Disabled ones are described all the same. */
  newest(name: string): Promise<VaultItem | undefined>;
  /** The value of a version. @throws if it is disabled or gone. */
  read(name: string, version: string): Promise<Secret>;
  /** Writes a new version, which readers without a version get from now on. */
  publish(name: string, value: Secret, version: NewVersion): Promise<VaultItem>;
  /** Changes a version's tags, or switches it off. */
  update(
    name: string,
    version: string,
    change: { enabled?: boolean; tags?: Record<string, string> },
  ): Promise<VaultItem>;
}
