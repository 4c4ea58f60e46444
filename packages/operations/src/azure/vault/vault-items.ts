import type { CertificateProperties } from "@azure/keyvault-certificates";
import type { KeyProperties } from "@azure/keyvault-keys";
import type { SecretProperties } from "@azure/keyvault-secrets";
import { type VaultItem, VaultItemKind } from "../../ports";

/** What the three kinds have in common; `version` is missing in a list of newest versions. */
type Properties = SecretProperties | KeyProperties | CertificateProperties;

/** A vault's item as the jobs see it. */
export function vaultItem(kind: VaultItemKind, properties: Properties): VaultItem {
  const { name, version = "", enabled = true, createdOn, updatedOn, expiresOn, notBefore, tags = {} } = properties;
  return {
    kind,
    name: name ?? "",
    version,
    enabled,
    createdOn: createdOn ?? new Date(0),
    updatedOn: updatedOn ?? createdOn ?? new Date(0),
    expiresOn,
    notBefore,
    contentType: kind === VaultItemKind.Secret ? (properties as SecretProperties).contentType : undefined,
    managed: kind !== VaultItemKind.Certificate && (properties as SecretProperties).managed === true,
    tags,
  };
}
