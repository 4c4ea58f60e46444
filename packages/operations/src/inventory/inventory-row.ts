import type { VaultItem, VaultItemKind } from "../ports";
import { DAY } from "../rotation";

/** One thing in the vault, by its newest version. */
export interface InventoryRow {
  readonly kind: VaultItemKind;
  readonly name: string;
  readonly version: string;
  readonly enabled: boolean;
  /** Whole days since the version was written. */
  readonly ageDays: number;
  /** Whole days until it expires, negative once it has; none if it never does. */
  readonly daysLeft?: number;
  /** Who renews it: a job of ours, a person, or nobody that is known. */
  readonly renewedBy: RenewedBy;
}

/** Who renews something in the vault. */
export const RenewedBy = {
  /** The rotation job. */
  Job: "job",
  /** A person; the tag `renewedAt` says where. */
  Person: "person",
  /** Key Vault itself, by a policy of the key or certificate. */
  Vault: "vault",
  /** Nobody has said. */
  Unknown: "unknown",
} as const;
export type RenewedBy = (typeof RenewedBy)[keyof typeof RenewedBy];

/** What is known of an item today. A key or certificate is Key Vault's to renew; whether it does shows in its age. */
export function inventoryRow(item: VaultItem, renewed: ReadonlySet<string>, now: Date): InventoryRow {
  const { kind, name, version, enabled, createdOn, expiresOn } = item;
  return {
    kind,
    name,
    version,
    enabled,
    ageDays: Math.floor((now.getTime() - createdOn.getTime()) / DAY),
    daysLeft: expiresOn && Math.floor((expiresOn.getTime() - now.getTime()) / DAY),
    renewedBy: whoRenews(item, renewed),
  };
}

function whoRenews({ kind, name, tags }: VaultItem, renewed: ReadonlySet<string>): RenewedBy {
  if (kind !== "secret") return RenewedBy.Vault;
  if (renewed.has(name.toLowerCase())) return RenewedBy.Job;
  return tags.renewedAt === undefined ? RenewedBy.Unknown : RenewedBy.Person;
}
