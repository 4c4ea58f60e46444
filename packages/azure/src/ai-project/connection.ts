import type { Input } from "@pulumi/pulumi";
import { RoleName } from "@ringfence/core/roles";

/** What a project connects to; Azure's own category names. Those that work with an Entra identity. */
export const ConnectionCategory = {
  Search: "CognitiveSearch",
  AzureOpenAi: "AzureOpenAI",
  AiServices: "AIServices",
  BlobStorage: "AzureBlob",
  StorageAccount: "AzureStorageAccount",
  CosmosDb: "CosmosDB",
} as const;
export type ConnectionCategory = (typeof ConnectionCategory)[keyof typeof ConnectionCategory];

/** A service that the project reaches as itself, with its own identity. There are no keys. */
export interface ConnectionArgs {
  /** Its name in the project: letters, digits, `_` and `-`, 3 to 33 characters. */
  name: string;
  /** What it is: CognitiveSearch, AzureOpenAI, AIServices, AzureBlob, AzureStorageAccount or CosmosDB. */
  category: ConnectionCategory;
  /** Its address: `https://srch-claims-prod.search.windows.net`. */
  target: Input<string>;
  /** Its Azure id. The project's identity gets its roles there; without it you grant them elsewhere. */
  resourceId?: Input<string>;
  /** The roles that the project's identity gets at `resourceId`; if left out, the one that reads or calls. */
  roles?: RoleName[];
}

/**
 * The role that a project's identity needs at the other end to read or to call. Cosmos DB's data roles are its own and
 * cannot be assigned as Azure roles.
 */
export const rolesAtTarget: Readonly<Record<ConnectionCategory, readonly RoleName[]>> = {
  CognitiveSearch: [RoleName.SearchIndexDataReader],
  AzureOpenAI: [RoleName.CognitiveServicesOpenAIUser],
  AIServices: [RoleName.CognitiveServicesUser],
  AzureBlob: [RoleName.StorageBlobDataReader],
  AzureStorageAccount: [RoleName.StorageBlobDataReader],
  CosmosDB: [],
};
