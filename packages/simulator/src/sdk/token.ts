/** A type or function token of azure-native, taken apart. */
export interface AzureToken {
  /** Module, such as `storage`. */
  module: string;
  /** Class or function, such as `StorageAccount` or `listStorageAccountKeys`. */
  name: string;
  /** The API version that the token itself names, such as `2025-10-01-preview`; undefined when it takes the default. */
  version?: string;
}

/**
 * Takes a token of azure-native apart. Three spellings name the same types: `azure-native:storage:StorageAccount`, the
 * older `azure-native:storage/v20230101:StorageAccount`, and that of a local package for one API version,
 * `azure-native_storage_v20230101:storage:StorageAccount`.
 *
 * @returns undefined for any other package's token.
 */
export function azureToken(token: string): AzureToken | undefined {
  const [packageName = "", middle = "", name = ""] = token.split(":");
  const local = /^azure-native_([a-z0-9]+)_(v\w+)$/.exec(packageName);
  if (packageName !== "azure-native" && local === null) return undefined;
  const [module = "", older] = middle.split("/");
  return {
    module: module === "index" || module === "" ? (local?.[1] ?? module) : module,
    name,
    ...versioned(local?.[2] ?? older),
  };
}

/** `v20251001preview` is `2025-10-01-preview`. */
function versioned(suffix: string | undefined): { version?: string } {
  const parts = /^v(\d{4})(\d{2})(\d{2})(.*)$/.exec(suffix ?? "");
  if (parts === null) return {};
  const [, year, month, day, stage] = parts;
  return { version: `${year}-${month}-${day}${stage ? `-${stage}` : ""}` };
}
