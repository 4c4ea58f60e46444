import { type NewVersion, Secret, type VaultItem, VaultItemKind } from "@ringfence/operations/ports";
import type { Timeline } from "./timeline.ts";

/** Where true time begins, as a date. */
export const EPOCH = Date.parse("2026-03-01T00:00:00Z");

export interface VaultVersion {
  item: VaultItem;
  readonly value: string;
}

/** The vault, with its own clock, which is right. */
export class Vault {
  readonly versions: VaultVersion[] = [];

  private readonly time: Timeline;

  constructor(time: Timeline) {
    this.time = time;
  }

  get newest(): VaultVersion | undefined {
    return this.versions.at(-1);
  }

  write(name: string, value: string, version: Partial<NewVersion>, age = 0): VaultItem {
    // Key Vault tells times in whole seconds.
    const at = new Date(EPOCH + Math.floor((this.time.now - age) / 1000) * 1000);
    const item: VaultItem = {
      kind: VaultItemKind.Secret,
      name,
      version: `v${this.versions.length + 1}`,
      enabled: true,
      createdOn: at,
      updatedOn: at,
      managed: false,
      tags: {},
      ...version,
    };
    this.versions.push({ item, value });
    return item;
  }

  read(version: string): Secret {
    const found = this.find(version);
    if (!found.item.enabled) throw new Error(`version ${version} is disabled`);
    return new Secret(found.value);
  }

  update(version: string, change: { enabled?: boolean; tags?: Record<string, string> }): VaultItem {
    const found = this.find(version);
    found.item = { ...found.item, ...change, updatedOn: new Date(EPOCH + Math.floor(this.time.now / 1000) * 1000) };
    return found.item;
  }

  private find(version: string): VaultVersion {
    const found = this.versions.find(({ item }) => item.version === version);
    if (found === undefined) throw new Error(`no version ${version}`);
    return found;
  }
}
