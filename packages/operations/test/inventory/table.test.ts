import { type InventoryRow, inventoryTable, RenewedBy } from "../../src/inventory";
import { VaultItemKind } from "../../src/ports";

const row: InventoryRow = {
  kind: VaultItemKind.Secret,
  name: "search-admin",
  version: "1",
  enabled: true,
  ageDays: 12,
  daysLeft: 48,
  renewedBy: RenewedBy.Job,
};

test("what never expires stands first, then what expires first", () => {
  const rows: InventoryRow[] = [
    row,
    { ...row, name: "vendor", daysLeft: -2, enabled: false, renewedBy: RenewedBy.Person },
    { ...row, name: "forever", daysLeft: undefined, renewedBy: RenewedBy.Unknown },
  ];
  expect(inventoryTable(rows).split("\n")).toEqual([
    "kind    name          age      left                renewed by",
    "secret  forever       12 days  never expires       unknown",
    "secret  vendor        12 days  expired 2 days ago  person      disabled",
    "secret  search-admin  12 days  48 days             job",
  ]);
});
