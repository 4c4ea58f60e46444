import * as resources from "@pulumi/azure-native/resources";
import * as storage from "@pulumi/azure-native/storage";
import * as pulumi from "@pulumi/pulumi";

const resourceGroup = new resources.ResourceGroup("resourceGroup");

const storageAccount = new storage.StorageAccount("sa", {
  resourceGroupName: resourceGroup.name,
  sku: { name: storage.SkuName.Standard_LRS },
  kind: storage.Kind.StorageV2,
});

const staticWebsite = new storage.StorageAccountStaticWebsite("staticWebsite", {
  accountName: storageAccount.name,
  resourceGroupName: resourceGroup.name,
  indexDocument: "index.html",
  error404Document: "404.html",
});

new storage.Blob("index.html", {
  resourceGroupName: resourceGroup.name,
  accountName: storageAccount.name,
  containerName: staticWebsite.containerName,
  source: new pulumi.asset.StringAsset("<h1>It works</h1>"),
  contentType: "text/html",
});

const keys = pulumi
  .all([resourceGroup.name, storageAccount.name])
  .apply(([resourceGroupName, accountName]) => storage.listStorageAccountKeys({ resourceGroupName, accountName }));

export const primaryKey = pulumi.secret(keys.keys[0].value);
export const url = storageAccount.primaryEndpoints.web;
