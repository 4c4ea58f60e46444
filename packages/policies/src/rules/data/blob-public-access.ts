import { resourceRule } from "../../rule";

export const blobPublicAccess = resourceRule({
  id: "storage-no-blob-public-access",
  title: "Storage accounts let no container be opened to everybody",
  covers: ["Azure.Storage.BlobPublicAccess"],
  requirements: [],
  severity: "high",
  appliesTo: "storage:StorageAccount",
  holds: (account) => account.at("allowBlobPublicAccess").is(false),
  fix: "Set allowBlobPublicAccess to false.",
  why: "With it one setting of one container, made in a hurry, puts its documents on the internet without a sign-in.",
});
