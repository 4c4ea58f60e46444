import * as app from "@pulumi/azure-native/app";
import * as registry from "@pulumi/azure-native/containerregistry";
import * as operationalinsights from "@pulumi/azure-native/operationalinsights";
import * as resources from "@pulumi/azure-native/resources";
import * as pulumi from "@pulumi/pulumi";

const resourceGroup = new resources.ResourceGroup("rg");

const workspace = new operationalinsights.Workspace("loganalytics", {
  resourceGroupName: resourceGroup.name,
  sku: { name: "PerGB2018" },
  retentionInDays: 30,
});

const workspaceSharedKeys = operationalinsights.getSharedKeysOutput({
  resourceGroupName: resourceGroup.name,
  workspaceName: workspace.name,
});

const managedEnv = new app.ManagedEnvironment("env", {
  resourceGroupName: resourceGroup.name,
  appLogsConfiguration: {
    destination: "log-analytics",
    logAnalyticsConfiguration: {
      customerId: workspace.customerId,
      sharedKey: workspaceSharedKeys.apply((r) => r.primarySharedKey ?? ""),
    },
  },
});

const acr = new registry.Registry("registry", {
  resourceGroupName: resourceGroup.name,
  sku: { name: "Basic" },
  adminUserEnabled: true,
});

const credentials = registry.listRegistryCredentialsOutput({
  resourceGroupName: resourceGroup.name,
  registryName: acr.name,
});
const adminUsername = credentials.apply((c) => c.username ?? "");
const adminPassword = credentials.apply((c) => c.passwords?.[0]?.value ?? "");

const containerApp = new app.ContainerApp("app", {
  resourceGroupName: resourceGroup.name,
  managedEnvironmentId: managedEnv.id,
  configuration: {
    ingress: { external: true, targetPort: 80 },
    registries: [{ server: acr.loginServer, username: adminUsername, passwordSecretRef: "pwd" }],
    secrets: [{ name: "pwd", value: adminPassword }],
  },
  template: { containers: [{ name: "myapp", image: pulumi.interpolate`${acr.loginServer}/node-app:v1.0.0` }] },
});

export const url = pulumi.interpolate`https://${containerApp.configuration.apply((c) => c?.ingress?.fqdn)}`;
