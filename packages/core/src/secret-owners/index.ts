export type { SecretOwnerRow } from "./owner-row";
export { SecretOwnerType } from "./owner-type";
export { isAzureOwner, secretOwner, secretOwners } from "./owners";
