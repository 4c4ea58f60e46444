/**
 * The private DNS zones in Azure's public cloud by the group id (sub-resource) that a private endpoint asks for, for
 * every service that an AI estate puts behind private endpoints. A ring with a private network has all these zones, so
 * that no two components fight over one. Source: azure-docs private-endpoint-dns.md of 2025-08-04, "Commercial".
 */
export const privateDnsZones = {
  /** Microsoft.KeyVault/vaults */
  vault: ["privatelink.vaultcore.azure.net"],
  /** Microsoft.CognitiveServices/accounts; an account of kind AIServices answers under all three names. */
  account: [
    "privatelink.cognitiveservices.azure.com",
    "privatelink.openai.azure.com",
    "privatelink.services.ai.azure.com",
  ],
  /** Microsoft.Search/searchServices */
  searchService: ["privatelink.search.windows.net"],
  /** Microsoft.Storage/storageAccounts */
  blob: ["privatelink.blob.core.windows.net"],
  /** Microsoft.Storage/storageAccounts */
  queue: ["privatelink.queue.core.windows.net"],
  /** Microsoft.Storage/storageAccounts */
  table: ["privatelink.table.core.windows.net"],
  /** Microsoft.Storage/storageAccounts */
  file: ["privatelink.file.core.windows.net"],
  /** Microsoft.Storage/storageAccounts with a hierarchical namespace */
  dfs: ["privatelink.dfs.core.windows.net"],
  /** Microsoft.ContainerRegistry/registries; its data endpoints get their records in the same zone. */
  registry: ["privatelink.azurecr.io"],
  /** Microsoft.MachineLearningServices/workspaces */
  amlworkspace: ["privatelink.api.azureml.ms", "privatelink.notebooks.azure.net"],
  /** Microsoft.DocumentDB/databaseAccounts with the NoSQL interface */
  Sql: ["privatelink.documents.azure.com"],
  /** Microsoft.AppConfiguration/configurationStores */
  configurationStores: ["privatelink.azconfig.io"],
} as const satisfies Record<string, readonly string[]>;

/** The group ids that have zones in every private ring. */
export type PrivateLinkGroup = keyof typeof privateDnsZones;

/** Every zone of a private ring, each once. */
export const privateDnsZoneNames: readonly string[] = [...new Set(Object.values(privateDnsZones).flat())];
