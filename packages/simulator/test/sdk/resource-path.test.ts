import { armTypeOf, azureToken, parseResourceId, resourceClass, resourceId } from "../../src/sdk";

const SUBSCRIPTION = "00000000-0000-4000-8000-000000000001";
const GROUP = `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg`;

function idOf(type: string, inputs: Record<string, string>): string | undefined {
  const token = azureToken(`azure-native:${type}`);
  const row = token && resourceClass(token);
  return row && resourceId(row.path, SUBSCRIPTION, { resourceGroupName: "rg", ...inputs });
}

test.each<[string, Record<string, string>, string]>([
  ["resources:ResourceGroup", {}, GROUP],
  ["storage:StorageAccount", { accountName: "a" }, `${GROUP}/providers/Microsoft.Storage/storageAccounts/a`],
  [
    "storage:BlobContainer",
    { accountName: "a", containerName: "c" },
    `${GROUP}/providers/Microsoft.Storage/storageAccounts/a/blobServices/default/containers/c`,
  ],
  [
    "storage:Blob",
    { accountName: "a", containerName: "c", blobName: "b" },
    `${GROUP}/providers/Microsoft.Storage/storageAccounts/a/blobServices/default/containers/c/blobs/b`,
  ],
  [
    "storage:Queue",
    { accountName: "a", queueName: "q" },
    `${GROUP}/providers/Microsoft.Storage/storageAccounts/a/queueServices/default/queues/q`,
  ],
  ["keyvault:Vault", { vaultName: "v" }, `${GROUP}/providers/Microsoft.KeyVault/vaults/v`],
  ["keyvault:Secret", { vaultName: "v", secretName: "s" }, `${GROUP}/providers/Microsoft.KeyVault/vaults/v/secrets/s`],
  [
    "cognitiveservices:Deployment",
    { accountName: "a", deploymentName: "d" },
    `${GROUP}/providers/Microsoft.CognitiveServices/accounts/a/deployments/d`,
  ],
  [
    "cognitiveservices:Project",
    { accountName: "a", projectName: "p" },
    `${GROUP}/providers/Microsoft.CognitiveServices/accounts/a/projects/p`,
  ],
  [
    "cognitiveservices:RaiPolicy",
    { accountName: "a", raiPolicyName: "p" },
    `${GROUP}/providers/Microsoft.CognitiveServices/accounts/a/raiPolicies/p`,
  ],
  ["web:WebApp", { name: "w" }, `${GROUP}/providers/Microsoft.Web/sites/w`],
  ["web:AppServicePlan", { name: "p" }, `${GROUP}/providers/Microsoft.Web/serverfarms/p`],
  ["web:WebAppApplicationSettings", { name: "w" }, `${GROUP}/providers/Microsoft.Web/sites/w/config/appsettings`],
  [
    "network:Subnet",
    { virtualNetworkName: "v", subnetName: "s" },
    `${GROUP}/providers/Microsoft.Network/virtualNetworks/v/subnets/s`,
  ],
  [
    "network:PrivateDnsZoneGroup",
    { privateEndpointName: "e", privateDnsZoneGroupName: "g" },
    `${GROUP}/providers/Microsoft.Network/privateEndpoints/e/privateDnsZoneGroups/g`,
  ],
  ["privatedns:PrivateZone", { privateZoneName: "z" }, `${GROUP}/providers/Microsoft.Network/privateDnsZones/z`],
  [
    "dns:RecordSet",
    { zoneName: "z", recordType: "A", relativeRecordSetName: "www" },
    `${GROUP}/providers/Microsoft.Network/dnsZones/z/A/www`,
  ],
  [
    "containerservice:ManagedCluster",
    { resourceName: "c" },
    `${GROUP}/providers/Microsoft.ContainerService/managedClusters/c`,
  ],
  ["containerregistry:Registry", { registryName: "r" }, `${GROUP}/providers/Microsoft.ContainerRegistry/registries/r`],
  ["app:ContainerApp", { containerAppName: "c" }, `${GROUP}/providers/Microsoft.App/containerApps/c`],
  ["app:Job", { jobName: "j" }, `${GROUP}/providers/Microsoft.App/jobs/j`],
  ["cosmosdb:DatabaseAccount", { accountName: "a" }, `${GROUP}/providers/Microsoft.DocumentDB/databaseAccounts/a`],
  ["sql:Database", { serverName: "s", databaseName: "d" }, `${GROUP}/providers/Microsoft.Sql/servers/s/databases/d`],
  ["dbforpostgresql:Server", { serverName: "s" }, `${GROUP}/providers/Microsoft.DBforPostgreSQL/flexibleServers/s`],
  ["redis:Redis", { name: "r" }, `${GROUP}/providers/Microsoft.Cache/redis/r`],
  [
    "synapse:SqlPool",
    { workspaceName: "w", sqlPoolName: "p" },
    `${GROUP}/providers/Microsoft.Synapse/workspaces/w/sqlPools/p`,
  ],
  ["monitor:MetricAlert", { ruleName: "m" }, `${GROUP}/providers/Microsoft.Insights/metricAlerts/m`],
  ["monitor:ActionGroup", { actionGroupName: "g" }, `${GROUP}/providers/Microsoft.Insights/actionGroups/g`],
  [
    "operationalinsights:Workspace",
    { workspaceName: "w" },
    `${GROUP}/providers/Microsoft.OperationalInsights/workspaces/w`,
  ],
  ["applicationinsights:Component", { resourceName: "c" }, `${GROUP}/providers/Microsoft.Insights/components/c`],
  [
    "managedidentity:UserAssignedIdentity",
    { resourceName: "i" },
    `${GROUP}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/i`,
  ],
  ["search:Service", { searchServiceName: "s" }, `${GROUP}/providers/Microsoft.Search/searchServices/s`],
  [
    "authorization:RoleAssignment",
    { scope: `${GROUP}/`, roleAssignmentName: "r" },
    `${GROUP}/providers/Microsoft.Authorization/roleAssignments/r`,
  ],
  [
    "machinelearningservices:Compute",
    { workspaceName: "w", computeName: "c" },
    `${GROUP}/providers/Microsoft.MachineLearningServices/workspaces/w/computes/c`,
  ],
  [
    "eventgrid:SystemTopicEventSubscription",
    { systemTopicName: "t", eventSubscriptionName: "e" },
    `${GROUP}/providers/Microsoft.EventGrid/systemTopics/t/eventSubscriptions/e`,
  ],
])("the id of %s is Azure's", (type, inputs, expected) => {
  expect(idOf(type, inputs)).toBe(expected);
});

test("an id is not built while a part of it is missing or unknown", () => {
  expect(idOf("storage:BlobContainer", { containerName: "c" })).toBeUndefined();
  expect(idOf("storage:StorageAccount", { accountName: "04da6b54-80e4-46f7-96ec-b56ff0331ba9" })).toBeUndefined();
});

test("an id gives back the inputs that are in it, whatever its letter case", () => {
  const token = azureToken("azure-native:keyvault:Secret");
  const row = token && resourceClass(token);
  expect(
    parseResourceId(row?.path ?? "", `${GROUP.toUpperCase()}/providers/microsoft.keyvault/VAULTS/v/secrets/s`),
  ).toEqual({
    subscriptionId: SUBSCRIPTION,
    resourceGroupName: "RG",
    vaultName: "v",
    secretName: "s",
  });
  expect(parseResourceId(row?.path ?? "", `${GROUP}/providers/Microsoft.KeyVault/vaults/v`)).toBeUndefined();
});

test.each([
  [GROUP, "Microsoft.Resources/resourceGroups"],
  [
    `${GROUP}/providers/Microsoft.Storage/storageAccounts/a/blobServices/default/containers/c`,
    "Microsoft.Storage/storageAccounts/blobServices/containers",
  ],
  [
    `${GROUP}/providers/Microsoft.Storage/storageAccounts/a/providers/microsoft.insights/diagnosticSettings/d`,
    "microsoft.insights/diagnosticSettings",
  ],
])("the type of %s", (id, type) => {
  expect(armTypeOf(id)).toBe(type);
});

test.each([
  ["azure-native:storage:Blob", { module: "storage", name: "Blob" }],
  ["azure-native:storage/v20230101:Blob", { module: "storage", name: "Blob", version: "2023-01-01" }],
  [
    "azure-native_storage_v20251001preview:storage:Blob",
    { module: "storage", name: "Blob", version: "2025-10-01-preview" },
  ],
  ["azure:storage/blob:Blob", undefined],
])("the token %s", (token, expected) => {
  expect(azureToken(token)).toEqual(expected);
});
