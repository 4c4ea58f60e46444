/** The kinds of service whose keys are rotated, with what each takes, are rows that the job reads too. */
export { isAzureOwner, SecretOwnerType, secretOwner } from "@ringfence/core/secret-owners";
