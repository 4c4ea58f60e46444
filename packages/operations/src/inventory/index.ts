export { type InventoryRow, inventoryRow, RenewedBy } from "./inventory-row";
export { type AgeGauges, ageGauges } from "./record-ages";
export { inventoryTable } from "./table";
export { type Counted, takeInventory } from "./take-inventory";
