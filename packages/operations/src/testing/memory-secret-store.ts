import { type Clock, type NewVersion, Secret, type SecretStore, type VaultItem, VaultItemKind } from "../ports";

/** A key vault in memory. */
export interface MemorySecretStore extends SecretStore {
  /** Puts something in as if it had always been there: an old secret, a key, a certificate. */
  put(item: Partial<VaultItem> & { readonly name: string }, value?: string): VaultItem;
}

export function memorySecretStore(clock: Clock): MemorySecretStore {
  let written = 0;
  const kept: { item: VaultItem; value: string }[] = [];
  const find = (name: string, version: string) => {
    const found = kept.find(({ item }) => item.name === name && item.version === version);
    if (!found) throw new Error(`the vault has no version ${version} of ${name}`);
    return found;
  };
  const newestOf = (name: string, kind: VaultItemKind) =>
    kept.filter(({ item }) => item.name === name && item.kind === kind).at(-1)?.item;
  const put: MemorySecretStore["put"] = (item, value = "") => {
    written += 1;
    const now = clock.now();
    const whole: VaultItem = {
      kind: VaultItemKind.Secret,
      version: written.toString(16).padStart(32, "0"),
      enabled: true,
      createdOn: now,
      updatedOn: now,
      managed: false,
      tags: {},
      ...item,
    };
    kept.push({ item: whole, value });
    return whole;
  };
  return {
    put,
    items: async function* () {
      const seen = new Set<string>();
      for (const { item } of [...kept].reverse()) {
        const id = `${item.kind} ${item.name}`;
        if (seen.has(id)) continue;
        seen.add(id);
        yield { ...item, version: "" };
      }
    },
    versions: async function* (name) {
      for (const { item } of [...kept]) if (item.name === name && item.kind === VaultItemKind.Secret) yield item;
    },
    newest: async (name) => newestOf(name, VaultItemKind.Secret),
    read: async (name, version) => {
      const { item, value } = find(name, version);
      if (!item.enabled) throw new Error(`version ${version} of ${name} is disabled`);
      return new Secret(value);
    },
    publish: async (name: string, value: Secret, { expiresOn, contentType, tags }: NewVersion) =>
      put({ name, expiresOn, contentType, tags: { ...tags } }, value.reveal()),
    update: async (name, version, { enabled, tags }) => {
      const found = find(name, version);
      found.item = {
        ...found.item,
        enabled: enabled ?? found.item.enabled,
        tags: tags ? { ...tags } : found.item.tags,
        updatedOn: clock.now(),
      };
      return found.item;
    },
  };
}
