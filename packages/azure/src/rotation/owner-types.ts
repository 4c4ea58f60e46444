/** The kinds of service whose keys the rotation job can renew: each has two keys, so that one works while the other is renewed. */
export const SecretOwnerType = {
  AiAccount: "Microsoft.CognitiveServices/accounts",
  SearchService: "Microsoft.Search/searchServices",
  StorageAccount: "Microsoft.Storage/storageAccounts",
  CosmosAccount: "Microsoft.DocumentDB/databaseAccounts",
  ServiceBusRule: "Microsoft.ServiceBus/namespaces/authorizationRules",
  EventHubsRule: "Microsoft.EventHub/namespaces/authorizationRules",
  ApiManagementSubscription: "Microsoft.ApiManagement/service/subscriptions",
} as const;
export type SecretOwnerType = (typeof SecretOwnerType)[keyof typeof SecretOwnerType];

/**
 * What the rotation job does to an owner, as Azure's role actions: read it, list its keys, renew one. Built-in roles
 * that allow this also allow deleting the service (Cognitive Services Contributor, Search Service Contributor,
 * DocumentDB Account Contributor), so the component makes a role of exactly these. Source: azure-docs
 * articles/role-based-access-control/permissions, the operations of each resource provider.
 */
export const ownerActions: Readonly<Record<SecretOwnerType, readonly string[]>> = {
  "Microsoft.CognitiveServices/accounts": [
    "Microsoft.CognitiveServices/accounts/read",
    "Microsoft.CognitiveServices/accounts/listKeys/action",
    "Microsoft.CognitiveServices/accounts/regenerateKey/action",
  ],
  "Microsoft.Search/searchServices": [
    "Microsoft.Search/searchServices/read",
    "Microsoft.Search/searchServices/listAdminKeys/action",
    "Microsoft.Search/searchServices/regenerateAdminKey/action",
  ],
  "Microsoft.Storage/storageAccounts": [
    "Microsoft.Storage/storageAccounts/read",
    "Microsoft.Storage/storageAccounts/listkeys/action",
    "Microsoft.Storage/storageAccounts/regeneratekey/action",
  ],
  "Microsoft.DocumentDB/databaseAccounts": [
    "Microsoft.DocumentDB/databaseAccounts/read",
    "Microsoft.DocumentDB/databaseAccounts/listKeys/action",
    "Microsoft.DocumentDB/databaseAccounts/regenerateKey/action",
  ],
  "Microsoft.ServiceBus/namespaces/authorizationRules": [
    "Microsoft.ServiceBus/namespaces/authorizationRules/read",
    "Microsoft.ServiceBus/namespaces/authorizationRules/listkeys/action",
    "Microsoft.ServiceBus/namespaces/authorizationRules/regenerateKeys/action",
  ],
  "Microsoft.EventHub/namespaces/authorizationRules": [
    "Microsoft.EventHub/namespaces/authorizationRules/read",
    "Microsoft.EventHub/namespaces/authorizationRules/listkeys/action",
    "Microsoft.EventHub/namespaces/authorizationRules/regenerateKeys/action",
  ],
  "Microsoft.ApiManagement/service/subscriptions": [
    "Microsoft.ApiManagement/service/subscriptions/read",
    "Microsoft.ApiManagement/service/subscriptions/listSecrets/action",
    "Microsoft.ApiManagement/service/subscriptions/regeneratePrimaryKey/action",
    "Microsoft.ApiManagement/service/subscriptions/regenerateSecondaryKey/action",
  ],
};
