import type { SecretOwnerRow } from "./owner-row";
import { SecretOwnerType } from "./owner-type";

const permissions = "azure-docs articles/role-based-access-control/permissions";

/** The read, the list and the renewal of a resource type, under the names that its provider gives them. */
function actions(type: string, ...verbs: readonly string[]): readonly string[] {
  return [`${type}/read`, ...verbs.map((verb) => `${type}/${verb}`)];
}

/**
 * The owners that are resources in Azure. Built-in roles that allow renewing a key also allow deleting the service
 * (Cognitive Services Contributor, Search Service Contributor, DocumentDB Account Contributor), so each row lists
 * exactly what its rotation takes and a role is made of that.
 */
export const azureOwners: readonly SecretOwnerRow[] = [
  {
    type: SecretOwnerType.AiAccount,
    title: "Foundry, Azure OpenAI or another Azure AI account",
    identifiedBy: "the account's Azure id",
    slots: ["Key1", "Key2"],
    publishes: "the key",
    actions: actions(SecretOwnerType.AiAccount, "listKeys/action", "regenerateKey/action"),
    showsKeys: true,
    tried: "lists the account's models with the header `api-key`",
    source: permissions,
  },
  {
    type: SecretOwnerType.SearchService,
    title: "Azure AI Search, admin key",
    identifiedBy: "the search service's Azure id",
    slots: ["primary", "secondary"],
    publishes: "the key",
    actions: actions(SecretOwnerType.SearchService, "listAdminKeys/action", "regenerateAdminKey/action"),
    showsKeys: true,
    tried: "reads the service's statistics",
    source: permissions,
  },
  {
    type: SecretOwnerType.SearchQueryKeys,
    title: "Azure AI Search, query key",
    identifiedBy: "the search service's Azure id",
    slots: ["ringfence-1", "ringfence-2"],
    publishes: "the key",
    actions: [
      "Microsoft.Search/searchServices/read",
      "Microsoft.Search/searchServices/listQueryKeys/action",
      "Microsoft.Search/searchServices/createQueryKey/action",
      "Microsoft.Search/searchServices/deleteQueryKey/delete",
    ],
    showsKeys: true,
    tried: "asks for a document of an index that does not exist: not found, and not refused",
    source: permissions,
  },
  {
    type: SecretOwnerType.StorageAccount,
    title: "Storage account",
    identifiedBy: "the account's Azure id",
    slots: ["key1", "key2"],
    publishes: "the key",
    actions: actions(SecretOwnerType.StorageAccount, "listkeys/action", "regeneratekey/action"),
    showsKeys: true,
    tried: "reads the blob service's account information",
    source: permissions,
  },
  {
    type: SecretOwnerType.CosmosAccount,
    title: "Azure Cosmos DB account",
    identifiedBy: "the account's Azure id",
    slots: ["primary", "secondary"],
    publishes: "the key that reads and writes",
    actions: actions(SecretOwnerType.CosmosAccount, "listKeys/action", "regenerateKey/action"),
    showsKeys: true,
    tried: "reads the account's description",
    source: permissions,
  },
  {
    type: SecretOwnerType.ServiceBusRule,
    title: "Service Bus namespace, authorization rule",
    identifiedBy: "the rule's Azure id",
    slots: ["PrimaryKey", "SecondaryKey"],
    publishes: "the key",
    actions: actions(SecretOwnerType.ServiceBusRule, "listkeys/action", "regenerateKeys/action"),
    showsKeys: true,
    tried: "signs a request to the namespace; a wrong signature is refused with its own code",
    source: permissions,
  },
  {
    type: SecretOwnerType.EventHubsRule,
    title: "Event Hubs namespace, authorization rule",
    identifiedBy: "the rule's Azure id",
    slots: ["PrimaryKey", "SecondaryKey"],
    publishes: "the key",
    actions: actions(SecretOwnerType.EventHubsRule, "listkeys/action", "regenerateKeys/action"),
    showsKeys: true,
    tried: "signs a request to the namespace; a wrong signature is refused with its own code",
    source: permissions,
  },
  {
    type: SecretOwnerType.EventGridTopic,
    title: "Event Grid topic",
    identifiedBy: "the topic's Azure id",
    slots: ["key1", "key2"],
    publishes: "the key",
    actions: actions(SecretOwnerType.EventGridTopic, "listKeys/action", "regenerateKey/action"),
    showsKeys: true,
    tried: "publishes an empty list of events",
    source: permissions,
  },
  {
    type: SecretOwnerType.ApiManagementSubscription,
    title: "API Management, subscription",
    identifiedBy: "the subscription's Azure id",
    slots: ["primary", "secondary"],
    publishes: "the key",
    actions: actions(
      SecretOwnerType.ApiManagementSubscription,
      "listSecrets/action",
      "regeneratePrimaryKey/action",
      "regenerateSecondaryKey/action",
    ),
    showsKeys: true,
    tried: "calls the probe address with it, or where there is none reads the subscription's keys again",
    source: permissions,
  },
  {
    type: SecretOwnerType.ApiManagementNamedValues,
    title: "API Management, a pair of named values that a policy compares with",
    identifiedBy:
      "the Azure id of the pair without its ending: `…/namedValues/partner` for `partner-1` and `partner-2`",
    slots: ["1", "2"],
    publishes: "the value",
    actions: [
      "Microsoft.ApiManagement/service/namedValues/read",
      "Microsoft.ApiManagement/service/namedValues/write",
      "Microsoft.ApiManagement/service/namedValues/listValue/action",
    ],
    showsKeys: true,
    tried: "calls the probe address with it, or where there is none reads the named value again",
    source: permissions,
  },
  {
    type: SecretOwnerType.ApplicationInsightsKeys,
    title: "Application Insights, API key (where still used)",
    identifiedBy: "the component's Azure id",
    slots: ["ringfence-1", "ringfence-2"],
    publishes: "the key",
    actions: [
      "Microsoft.Insights/Components/Read",
      "Microsoft.Insights/Components/ApiKeys/Read",
      "Microsoft.Insights/Components/ApiKeys/Action",
      "Microsoft.Insights/Components/ApiKeys/Delete",
    ],
    showsKeys: false,
    tried: "asks the query interface for the component's metadata",
    source: permissions,
  },
];
