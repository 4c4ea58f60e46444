import * as resources from "@pulumi/azure-native/resources";
import * as storage from "@pulumi/azure-native/storage";
import * as web from "@pulumi/azure-native/web";
import * as pulumi from "@pulumi/pulumi";

const resourceGroup = new resources.ResourceGroup("linux-fn-rg");

const storageAccount = new storage.StorageAccount("linuxfnsa", {
  resourceGroupName: resourceGroup.name,
  kind: storage.Kind.StorageV2,
  sku: { name: storage.SkuName.Standard_LRS },
});

const codeContainer = new storage.BlobContainer("zips", {
  resourceGroupName: resourceGroup.name,
  accountName: storageAccount.name,
});

const codeBlob = new storage.Blob("zip", {
  resourceGroupName: resourceGroup.name,
  accountName: storageAccount.name,
  containerName: codeContainer.name,
  source: new pulumi.asset.FileArchive("./functions"),
});

const plan = new web.AppServicePlan("plan", {
  resourceGroupName: resourceGroup.name,
  sku: { name: "Y1", tier: "Dynamic" },
  kind: "Linux",
  reserved: true,
});

const storageConnectionString = getConnectionString(resourceGroup.name, storageAccount.name);
const codeBlobUrl = signedBlobReadUrl(codeBlob, codeContainer, storageAccount, resourceGroup);

const app = new web.WebApp("fa", {
  resourceGroupName: resourceGroup.name,
  serverFarmId: plan.id,
  kind: "functionapp",
  siteConfig: {
    appSettings: [
      { name: "AzureWebJobsStorage", value: storageConnectionString },
      { name: "FUNCTIONS_EXTENSION_VERSION", value: "~4" },
      { name: "FUNCTIONS_WORKER_RUNTIME", value: "node" },
      { name: "WEBSITE_RUN_FROM_PACKAGE", value: codeBlobUrl },
    ],
    http20Enabled: true,
    nodeVersion: "~22",
  },
});

function getConnectionString(
  resourceGroupName: pulumi.Input<string>,
  accountName: pulumi.Input<string>,
): pulumi.Output<string> {
  const storageAccountKeys = storage.listStorageAccountKeysOutput({ resourceGroupName, accountName });
  const primaryStorageKey = storageAccountKeys.keys[0].value;
  return pulumi.interpolate`DefaultEndpointsProtocol=https;AccountName=${accountName};AccountKey=${primaryStorageKey}`;
}

function signedBlobReadUrl(
  blob: storage.Blob,
  container: storage.BlobContainer,
  account: storage.StorageAccount,
  group: resources.ResourceGroup,
): pulumi.Output<string> {
  const blobSAS = storage.listStorageAccountServiceSASOutput({
    accountName: account.name,
    protocols: storage.HttpProtocol.Https,
    sharedAccessExpiryTime: "2030-01-01",
    sharedAccessStartTime: "2021-01-01",
    resourceGroupName: group.name,
    resource: storage.SignedResource.C,
    permissions: storage.Permissions.R,
    canonicalizedResource: pulumi.interpolate`/blob/${account.name}/${container.name}`,
    contentType: "application/json",
  });
  return pulumi.interpolate`https://${account.name}.blob.core.windows.net/${container.name}/${blob.name}?${blobSAS.serviceSasToken}`;
}

export const endpoint = pulumi.interpolate`https://${app.defaultHostName}/api/HelloNode?name=Pulumi`;
