import type { Clock, SecretStore, VaultItem } from "../ports";
import { type InventoryRow, inventoryRow } from "./inventory-row";

/** One row and what it was made of. */
export interface Counted {
  readonly item: VaultItem;
  readonly row: InventoryRow;
}

/**
 * Every secret, key and certificate, one at a time as the vault lists them; nothing of it is kept. The secret that
 * belongs to a certificate is left out, because the certificate itself is listed.
 */
export async function* takeInventory(
  store: SecretStore,
  renewedNames: readonly string[],
  clock: Clock,
): AsyncIterable<Counted> {
  const renewed = new Set(renewedNames.map((name) => name.toLowerCase()));
  for await (const item of store.items())
    if (!item.managed) yield { item, row: inventoryRow(item, renewed, clock.now()) };
}
