/** The kinds of service whose keys the rotation job can renew: each keeps two, so that one works while the other is renewed. */
export const SecretOwnerType = {
  AiAccount: "Microsoft.CognitiveServices/accounts",
  SearchService: "Microsoft.Search/searchServices",
  SearchQueryKeys: "Microsoft.Search/searchServices/queryKeys",
  StorageAccount: "Microsoft.Storage/storageAccounts",
  CosmosAccount: "Microsoft.DocumentDB/databaseAccounts",
  ServiceBusRule: "Microsoft.ServiceBus/namespaces/authorizationRules",
  EventHubsRule: "Microsoft.EventHub/namespaces/authorizationRules",
  EventGridTopic: "Microsoft.EventGrid/topics",
  ApiManagementSubscription: "Microsoft.ApiManagement/service/subscriptions",
  ApiManagementNamedValues: "Microsoft.ApiManagement/service/namedValues",
  ApplicationInsightsKeys: "Microsoft.Insights/components/apiKeys",
  ApplicationClientSecret: "Microsoft.Graph/applications/passwordCredentials",
  ApplicationCertificate: "Microsoft.Graph/applications/keyCredentials",
  HttpService: "Ringfence.Http/keys",
} as const;
export type SecretOwnerType = (typeof SecretOwnerType)[keyof typeof SecretOwnerType];
