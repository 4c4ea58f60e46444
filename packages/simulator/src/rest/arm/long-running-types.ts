/**
 * Types whose writes or deletes Azure finishes after it has answered (`x-ms-long-running-operation` in their API
 * descriptions, github.com/Azure/azure-rest-api-specs). Those that are not here answer when they are done.
 */
const LONG_RUNNING: Readonly<Record<string, { put?: true; remove?: true }>> = {
  "microsoft.resources/resourcegroups": { remove: true },
  "microsoft.cognitiveservices/accounts": { put: true, remove: true },
  "microsoft.cognitiveservices/accounts/deployments": { put: true, remove: true },
  "microsoft.cognitiveservices/accounts/projects": { put: true, remove: true },
  "microsoft.search/searchservices": { put: true },
  "microsoft.storage/storageaccounts": { put: true },
  "microsoft.documentdb/databaseaccounts": { put: true, remove: true },
  "microsoft.servicebus/namespaces": { put: true, remove: true },
  "microsoft.eventhub/namespaces": { put: true, remove: true },
  "microsoft.eventgrid/topics": { put: true, remove: true },
  "microsoft.eventgrid/systemtopics": { put: true, remove: true },
  "microsoft.eventgrid/systemtopics/eventsubscriptions": { put: true, remove: true },
  "microsoft.apimanagement/service": { put: true, remove: true },
  "microsoft.apimanagement/service/namedvalues": { put: true },
  "microsoft.keyvault/vaults": { put: true },
  "microsoft.operationalinsights/workspaces": { put: true, remove: true },
  "microsoft.app/managedenvironments": { put: true, remove: true },
  "microsoft.app/containerapps": { put: true, remove: true },
  "microsoft.app/jobs": { put: true, remove: true },
  "microsoft.containerregistry/registries": { put: true, remove: true },
  "microsoft.network/virtualnetworks": { put: true, remove: true },
  "microsoft.network/virtualnetworks/subnets": { put: true, remove: true },
  "microsoft.network/networksecuritygroups": { put: true, remove: true },
  "microsoft.network/privateendpoints": { put: true, remove: true },
  "microsoft.network/privatednszones": { put: true, remove: true },
  "microsoft.containerservice/managedclusters": { put: true, remove: true },
  "microsoft.machinelearningservices/workspaces": { put: true, remove: true },
};

/** Whether a write (or a delete) of the type is finished only later. */
export function isLongRunning(armType: string, change: "put" | "remove"): boolean {
  return LONG_RUNNING[armType.toLowerCase()]?.[change] === true;
}
