/**
 * Types, or whole namespaces, that answer 200 to a PUT that creates, where the others answer 201 (the responses that their
 * API descriptions allow, github.com/Azure/azure-rest-api-specs).
 */
const ANSWER_200: readonly string[] = [
  "microsoft.servicebus/",
  "microsoft.eventhub/",
  "microsoft.insights/components",
  "microsoft.insights/diagnosticsettings",
  "microsoft.insights/metricalerts",
  "microsoft.operationalinsights/workspaces/savedsearches",
  "microsoft.operationalinsights/workspaces/tables",
  "microsoft.storage/storageaccounts/blobservices",
  "microsoft.storage/storageaccounts/queueservices",
  "microsoft.storage/storageaccounts/tableservices",
  "microsoft.documentdb/databaseaccounts",
  "microsoft.app/",
];

/** Types that answer 201 to every PUT. */
const ANSWER_201: readonly string[] = ["microsoft.authorization/roledefinitions", "microsoft.eventgrid/"];

/** The status of a PUT that is done. */
export function writtenStatus(armType: string, isNew: boolean): 200 | 201 {
  const type = armType.toLowerCase();
  if (ANSWER_200.some((each) => type.startsWith(each))) return 200;
  if (ANSWER_201.some((each) => type.startsWith(each))) return 201;
  return isNew ? 201 : 200;
}
