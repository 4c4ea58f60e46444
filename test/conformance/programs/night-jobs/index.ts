import * as authorization from "@pulumi/azure-native/authorization";
import * as containerinstance from "@pulumi/azure-native/containerinstance";
import * as keyvault from "@pulumi/azure-native/keyvault";
import * as managedidentity from "@pulumi/azure-native/managedidentity";
import * as operationalinsights from "@pulumi/azure-native/operationalinsights";
import * as resources from "@pulumi/azure-native/resources";
import * as storage from "@pulumi/azure-native/storage";
import * as pulumi from "@pulumi/pulumi";

interface Job {
  image: string;
  command?: string[];
}

export = async () => {
  const jobs = new pulumi.Config().requireObject<Record<string, Job>>("jobs");
  const { subscriptionId, tenantId } = await authorization.getClientConfig();

  const shared = await keyvault.getVault({ resourceGroupName: "shared", vaultName: "shared-secrets" });
  const log = operationalinsights.Workspace.get(
    "log",
    `/subscriptions/${subscriptionId}/resourceGroups/shared/providers/Microsoft.OperationalInsights/workspaces/all-logs`,
  );
  const logKeys = operationalinsights.getSharedKeysOutput({ resourceGroupName: "shared", workspaceName: log.name });

  const group = new resources.ResourceGroup("night");
  const drive = new storage.StorageAccount("drive", {
    resourceGroupName: group.name,
    kind: storage.Kind.FileStorage,
    sku: { name: storage.SkuName.Premium_LRS },
  });
  const share = new storage.FileShare("reports", {
    resourceGroupName: group.name,
    accountName: drive.name,
    shareQuota: 100,
  });
  const driveKeys = storage.listStorageAccountKeysOutput({ resourceGroupName: group.name, accountName: drive.name });

  const identity = new managedidentity.UserAssignedIdentity("jobs", { resourceGroupName: group.name });
  new authorization.RoleAssignment("jobs-read-secrets", {
    scope: shared.id,
    principalId: identity.principalId,
    principalType: "ServicePrincipal",
    roleDefinitionId: `/subscriptions/${subscriptionId}/providers/Microsoft.Authorization/roleDefinitions/4633458b-17de-408a-b874-0445c86b69e6`,
  });

  const groups = Object.entries(jobs).map(
    ([name, { image, command }]) =>
      new containerinstance.ContainerGroup(name, {
        resourceGroupName: group.name,
        osType: containerinstance.OperatingSystemTypes.Linux,
        restartPolicy: containerinstance.ContainerGroupRestartPolicy.Never,
        identity: {
          type: containerinstance.ResourceIdentityType.UserAssigned,
          userAssignedIdentities: [identity.id],
        },
        ipAddress: { type: "Public", dnsNameLabel: `night-${name}`, ports: [{ port: 80 }] },
        containers: [
          {
            name,
            image,
            ...(command ? { command } : {}),
            environmentVariables: [{ name: "VAULT", value: shared.properties.vaultUri }],
            resources: { requests: { cpu: 1, memoryInGB: 2 } },
            volumeMounts: [{ name: "reports", mountPath: "/reports" }],
          },
        ],
        volumes: [
          {
            name: "reports",
            azureFile: {
              shareName: share.name,
              storageAccountName: drive.name,
              storageAccountKey: driveKeys.apply(({ keys }) => keys[0]?.value ?? ""),
            },
          },
        ],
        diagnostics: {
          logAnalytics: {
            workspaceId: log.customerId,
            workspaceKey: logKeys.apply(({ primarySharedKey }) => primarySharedKey ?? ""),
          },
        },
      }),
  );

  return {
    vault: shared.properties.vaultUri,
    sameTenant: shared.properties.tenantId === tenantId,
    hosts: pulumi.all(groups.map(({ ipAddress }) => ipAddress.apply((address) => address?.fqdn))),
    files: drive.primaryEndpoints.file,
    identity: identity.clientId,
  };
};
