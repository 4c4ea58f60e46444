import * as cosmosdb from "@pulumi/azure-native/cosmosdb";
import * as eventhub from "@pulumi/azure-native/eventhub";
import * as logic from "@pulumi/azure-native/logic";
import * as resources from "@pulumi/azure-native/resources";
import * as streamanalytics from "@pulumi/azure-native/streamanalytics";
import * as pulumi from "@pulumi/pulumi";

const group = new resources.ResourceGroup("parcels", { location: "northeurope" });
const resourceGroupName = group.name;

const namespace = new eventhub.Namespace("scans", { resourceGroupName, sku: { name: eventhub.SkuName.Standard } });
const hub = new eventhub.EventHub("positions", {
  resourceGroupName,
  namespaceName: namespace.name,
  partitionCount: 4,
  messageRetentionInDays: 1,
});
const readers = new eventhub.ConsumerGroup("analytics", {
  resourceGroupName,
  namespaceName: namespace.name,
  eventHubName: hub.name,
});
const listen = new eventhub.EventHubAuthorizationRule("listen", {
  resourceGroupName,
  namespaceName: namespace.name,
  eventHubName: hub.name,
  rights: [eventhub.AccessRights.Listen],
});
const listenKeys = eventhub.listEventHubKeysOutput({
  resourceGroupName,
  namespaceName: namespace.name,
  eventHubName: hub.name,
  authorizationRuleName: listen.name,
});

const account = new cosmosdb.DatabaseAccount("tracking", {
  resourceGroupName,
  databaseAccountOfferType: cosmosdb.DatabaseAccountOfferType.Standard,
  locations: [{ locationName: group.location, failoverPriority: 0 }],
  capabilities: [{ name: "EnableServerless" }],
});
const database = new cosmosdb.SqlResourceSqlDatabase("parcels", {
  resourceGroupName,
  accountName: account.name,
  resource: { id: "parcels" },
});
const container = new cosmosdb.SqlResourceSqlContainer("last-seen", {
  resourceGroupName,
  accountName: account.name,
  databaseName: database.name,
  resource: { id: "last-seen", partitionKey: { kind: "Hash", paths: ["/parcel"] } },
});
const accountKeys = pulumi
  .all([resourceGroupName, account.name])
  .apply(([groupName, accountName]) => cosmosdb.listDatabaseAccountKeys({ resourceGroupName: groupName, accountName }));

const job = new streamanalytics.StreamingJob("latest", {
  resourceGroupName,
  sku: { name: "Standard" },
  eventsOutOfOrderPolicy: "Drop",
});
new streamanalytics.Input("scans", {
  resourceGroupName,
  jobName: job.name,
  properties: {
    type: "Stream",
    serialization: { type: "Json", encoding: "UTF8" },
    datasource: {
      type: "Microsoft.ServiceBus/EventHub",
      serviceBusNamespace: namespace.name,
      eventHubName: hub.name,
      consumerGroupName: readers.name,
      sharedAccessPolicyName: listen.name,
      sharedAccessPolicyKey: listenKeys.primaryKey,
    },
  },
});
new streamanalytics.Output("store", {
  resourceGroupName,
  jobName: job.name,
  datasource: {
    type: "Microsoft.Storage/DocumentDB",
    accountId: account.name,
    accountKey: accountKeys.primaryMasterKey,
    database: database.name,
    collectionNamePattern: container.name,
  },
});

const workflow = new logic.Workflow("ask", {
  resourceGroupName,
  definition: {
    $schema:
      "https://schema.management.azure.com/providers/Microsoft.Logic/schemas/2016-06-01/workflowdefinition.json#",
    contentVersion: "1.0.0.0",
    triggers: { manual: { type: "Request", kind: "Http", inputs: { schema: {} } } },
    actions: {},
  },
});
const callback = logic.listWorkflowTriggerCallbackUrlOutput({
  resourceGroupName,
  workflowName: workflow.name,
  triggerName: "manual",
});

export const send = pulumi.interpolate`https://${namespace.name}.servicebus.windows.net/${hub.name}/messages`;
export const documents = account.documentEndpoint;
export const collection = pulumi.interpolate`${database.name}/${container.name}`;
export const ask = pulumi.secret(callback.value);
export const store = pulumi.secret(accountKeys.primaryMasterKey);
