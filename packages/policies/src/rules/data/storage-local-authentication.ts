import { resourceRule } from "../../rule";

export const storageLocalAuthentication = resourceRule({
  id: "storage-local-auth-disabled",
  title: "Storage accounts accept no shared keys",
  covers: ["Azure.Storage.LocalAuth"],
  requirements: ["OE-R8"],
  severity: "high",
  appliesTo: "storage:StorageAccount",
  holds: (account) => account.at("allowSharedKeyAccess").is(false),
  fix: "Set allowSharedKeyAccess to false and give callers a data role, for example Storage Blob Data Contributor.",
  why: "Azure allows account keys unless told otherwise. Whoever holds one reads and deletes everything, and no log says who it was.",
});
