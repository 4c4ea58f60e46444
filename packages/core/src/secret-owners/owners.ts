import { azureOwners } from "./azure-owners";
import { otherOwners } from "./other-owners";
import type { SecretOwnerRow } from "./owner-row";
import { SecretOwnerType } from "./owner-type";

const rows = new Map([...azureOwners, ...otherOwners].map((row) => [row.type, row]));

/** Every kind of owner, in the order of its type. */
export const secretOwners: readonly SecretOwnerRow[] = Object.values(SecretOwnerType).map(secretOwner);

/** The row of a kind of owner. */
export function secretOwner(type: SecretOwnerType): SecretOwnerRow {
  const row = rows.get(type);
  if (row === undefined) throw new RangeError(`${type} has no row among the owners of secrets`);
  return row;
}

/** Whether the owner is a resource in Azure, on which a role is given. */
export function isAzureOwner(type: SecretOwnerType): boolean {
  return secretOwner(type).actions.length > 0;
}
