import type { CertificateClient } from "@azure/keyvault-certificates";
import type { KeyClient } from "@azure/keyvault-keys";
import type { SecretClient } from "@azure/keyvault-secrets";
import { Secret, type SecretStore, type VaultItem, VaultItemKind } from "../../ports";
import { statusOf } from "../status";
import { vaultItem } from "./vault-items";

/** The clients of one vault. */
export interface VaultClients {
  readonly secrets: SecretClient;
  /**
   * Writes new versions, and tries once: a second try of a write whose answer was lost would make a second version. The
   * rotation looks for the first one before it writes again.
   */
  readonly publishing: SecretClient;
  readonly keys: KeyClient;
  readonly certificates: CertificateClient;
}

/** The most that Key Vault gives in a page. */
const PAGE = 25;

/** Azure Key Vault. Lists come a page at a time, and no page is fetched before the one before is dealt with. */
export function keyVaultStore({ secrets, publishing, keys, certificates }: VaultClients): SecretStore {
  const versions = async function* (name: string): AsyncIterable<VaultItem> {
    const pages = secrets.listPropertiesOfSecretVersions(name).byPage({ maxPageSize: PAGE });
    try {
      for await (const page of pages) for (const row of page) yield vaultItem(VaultItemKind.Secret, row);
    } catch (error) {
      // A secret that there is not has no versions.
      if (statusOf(error) !== 404) throw error;
    }
  };
  return {
    items: async function* () {
      const lists = [
        [VaultItemKind.Secret, secrets.listPropertiesOfSecrets()],
        [VaultItemKind.Key, keys.listPropertiesOfKeys()],
        [VaultItemKind.Certificate, certificates.listPropertiesOfCertificates()],
      ] as const;
      for (const [kind, list] of lists)
        for await (const page of list.byPage({ maxPageSize: PAGE })) for (const row of page) yield vaultItem(kind, row);
    },
    versions,
    newest: async (name) => {
      try {
        return vaultItem(VaultItemKind.Secret, (await secrets.getSecret(name)).properties);
      } catch (error) {
        if (statusOf(error) === 404) return undefined;
        // A disabled secret is not given out; its description is in the list of its versions.
        if (statusOf(error) !== 403) throw error;
        const newest = await latest(versions(name));
        if (newest?.enabled !== false) throw error;
        return newest;
      }
    },
    read: async (name, version) => {
      const { value } = await secrets.getSecret(name, { version });
      if (value === undefined) throw new Error(`version ${version} of ${name} has no value`);
      return new Secret(value);
    },
    publish: async (name, value, { expiresOn, contentType, tags }) => {
      const { properties } = await publishing.setSecret(name, value.reveal(), {
        expiresOn,
        contentType,
        tags: { ...tags },
      });
      return vaultItem(VaultItemKind.Secret, properties);
    },
    update: async (name, version, { enabled, tags }) =>
      vaultItem(VaultItemKind.Secret, await secrets.updateSecretProperties(name, version, { enabled, tags })),
  };
}

/** The version that was created last. */
async function latest(items: AsyncIterable<VaultItem>): Promise<VaultItem | undefined> {
  let newest: VaultItem | undefined;
  for await (const item of items) if (!newest || item.createdOn >= newest.createdOn) newest = item;
  return newest;
}
