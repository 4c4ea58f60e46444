import * as applicationinsights from "@pulumi/azure-native/applicationinsights";
import * as authorization from "@pulumi/azure-native/authorization";
import * as keyvault from "@pulumi/azure-native/keyvault";
import * as resources from "@pulumi/azure-native/resources";
import * as storage from "@pulumi/azure-native/storage";
import * as web from "@pulumi/azure-native/web";
import * as pulumi from "@pulumi/pulumi";

const config = new pulumi.Config();
const smtpPassword = config.requireSecret("smtpPassword");

const { name: resourceGroupName } = new resources.ResourceGroup("tickets");
const me = authorization.getClientConfigOutput();

const code = new storage.StorageAccount("code", {
  resourceGroupName,
  kind: "StorageV2",
  sku: { name: "Standard_LRS" },
});
const packages = new storage.BlobContainer("packages", { resourceGroupName, accountName: code.name });
const blob = new storage.Blob("desk.zip", {
  resourceGroupName,
  accountName: code.name,
  containerName: packages.name,
  source: new pulumi.asset.AssetArchive({ "host.json": new pulumi.asset.StringAsset("{}") }),
});

const signature = storage.listStorageAccountServiceSASOutput({
  resourceGroupName,
  accountName: code.name,
  protocols: storage.HttpProtocol.Https,
  sharedAccessStartTime: "2026-01-01",
  sharedAccessExpiryTime: "2036-01-01",
  resource: storage.SignedResource.C,
  permissions: storage.Permissions.R,
  canonicalizedResource: pulumi.interpolate`/blob/${code.name}/${packages.name}`,
});

const insights = new applicationinsights.Component("insights", {
  resourceGroupName,
  kind: "web",
  applicationType: applicationinsights.ApplicationType.Web,
});

const plan = new web.AppServicePlan("plan", { resourceGroupName, sku: { name: "Y1", tier: "Dynamic" } });

const vault = new keyvault.Vault("vault", {
  resourceGroupName,
  properties: {
    tenantId: me.tenantId,
    sku: { family: keyvault.SkuFamily.A, name: keyvault.SkuName.Standard },
    enableRbacAuthorization: true,
  },
});
const password = new keyvault.Secret("smtp", {
  resourceGroupName,
  vaultName: vault.name,
  properties: { value: smtpPassword },
});

const app = new web.WebApp("desk", {
  resourceGroupName,
  serverFarmId: plan.id,
  kind: "functionapp",
  identity: { type: web.ManagedServiceIdentityType.SystemAssigned },
  siteConfig: {
    appSettings: [
      { name: "FUNCTIONS_WORKER_RUNTIME", value: "node" },
      {
        name: "WEBSITE_RUN_FROM_PACKAGE",
        value: pulumi.interpolate`${blob.url}?${signature.serviceSasToken}`,
      },
      { name: "APPLICATIONINSIGHTS_CONNECTION_STRING", value: insights.connectionString },
      { name: "SMTP", value: pulumi.interpolate`@Microsoft.KeyVault(SecretUri=${password.properties.secretUri})` },
    ],
  },
});

new authorization.RoleAssignment("desk-reads-secrets", {
  scope: vault.id,
  principalId: app.identity.apply((identity) => identity?.principalId ?? ""),
  principalType: authorization.PrincipalType.ServicePrincipal,
  roleDefinitionId: pulumi.interpolate`/subscriptions/${me.subscriptionId}/providers/Microsoft.Authorization/roleDefinitions/4633458b-17de-408a-b874-0445c86b69e6`,
});

const keys = web.listWebAppHostKeysOutput({ resourceGroupName, name: app.name });

export const url = pulumi.interpolate`https://${app.defaultHostName}/api/tickets`;
export const key = keys.functionKeys?.apply((all) => all?.default);
export const secretUri = password.properties.secretUri;
export const connection = pulumi.interpolate`smtp://desk:${smtpPassword}@mail.example`;
