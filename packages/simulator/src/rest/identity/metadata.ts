import type { RestAnswer, RestRequest } from "../http/exchange";
import type { Surface } from "../surface";

/**
 * Azure's metadata document, by which the azure-native provider (`metadataHost`) and the Azure CLI (`az cloud register`)
 * find every endpoint of a cloud. Its newest versions are a list of clouds, the older ones a single object.
 */
export function metadataDocument(origin: () => string, tenantId: string): Surface {
  return {
    answer: async ({ query }: RestRequest): Promise<RestAnswer> => {
      const cloud = cloudAt(origin(), tenantId);
      const isList = (query.get("api-version") ?? "") >= "2019-05-01";
      return { status: 200, body: isList ? [cloud] : cloud };
    },
  };
}

function cloudAt(origin: string, tenantId: string) {
  return {
    name: "AzureSimulated",
    portal: `${origin}/portal`,
    authentication: {
      loginEndpoint: `${origin}/`,
      audiences: ["https://management.core.windows.net/", "https://management.azure.com/"],
      tenant: tenantId,
      identityProvider: "AAD",
    },
    media: "https://rest.media.azure.net",
    graph: `${origin}/graph`,
    graphAudience: "https://graph.microsoft.com/",
    microsoftGraphResourceId: "https://graph.microsoft.com/",
    resourceManager: `${origin}/`,
    batch: "https://batch.core.windows.net/",
    activeDirectoryDataLake: "https://datalake.azure.net/",
    logAnalyticsResourceId: "https://api.loganalytics.io",
    appInsightsResourceId: "https://api.applicationinsights.io",
    suffixes: {
      acrLoginServer: "azurecr.io",
      keyVaultDns: "vault.azure.net",
      storage: "core.windows.net",
      storageSyncEndpointSuffix: "afs.azure.net",
      mhsmDns: "managedhsm.azure.net",
      sqlServerHostname: "database.windows.net",
      mysqlServerEndpoint: "mysql.database.azure.com",
      postgresqlServerEndpoint: "postgres.database.azure.com",
      cosmosDBDns: "documents.azure.com",
      azureFrontDoorEndpointSuffix: "azurefd.net",
    },
    resourceIdentifiers: {
      logAnalytics: "https://api.loganalytics.io",
      microsoftGraph: "https://graph.microsoft.com/",
    },
  };
}
