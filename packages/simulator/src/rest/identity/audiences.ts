/** What tokens of a service are issued for, in Azure's public cloud. */
export const audiences = {
  resourceManager: ["https://management.azure.com", "https://management.core.windows.net"],
  keyVault: ["https://vault.azure.net"],
  cognitiveServices: ["https://cognitiveservices.azure.com", "https://ai.azure.com"],
  search: ["https://search.azure.com"],
  storage: ["https://storage.azure.com"],
  graph: ["https://graph.microsoft.com"],
  logs: ["https://api.loganalytics.io", "https://api.loganalytics.azure.com"],
  cosmos: ["https://cosmos.azure.com"],
  eventGrid: ["https://eventgrid.azure.net"],
  serviceBus: ["https://servicebus.azure.net"],
} as const satisfies Record<string, readonly string[]>;
