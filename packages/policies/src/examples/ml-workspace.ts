import { type ExampleBag, type Examples, resource } from "./example";
import { armId, inGroup, logsOf } from "./surroundings";

const IDENTITY = armId("Microsoft.ManagedIdentity/userAssignedIdentities/id-training-prod");

const workspace = (args: ExampleBag = {}, name = "training") =>
  resource("machinelearningservices:Workspace", name, { ...inGroup, ...args });

const managed = (managedNetwork: ExampleBag) => workspace({ managedNetwork });

const datastore = (credentials: ExampleBag) =>
  resource("machinelearningservices:Datastore", "documents", {
    ...inGroup,
    workspaceName: "mlw-claims-prod",
    properties: { datastoreType: "AzureBlob", accountName: "stclaimsprod", containerName: "documents", credentials },
  });

export const mlWorkspace: Examples = {
  "ml-workspace-no-public-access-behind-network": {
    bad: [workspace({ allowPublicAccessWhenBehindVnet: true })],
    good: [workspace({ allowPublicAccessWhenBehindVnet: false })],
  },
  "ml-workspace-customer-managed-key": {
    bad: [workspace()],
    good: [
      workspace({
        encryption: {
          status: "Enabled",
          keyVaultProperties: {
            keyVaultArmId: armId("Microsoft.KeyVault/vaults/kv-claims-prod"),
            keyIdentifier: "https://kv-claims-prod.vault.azure.net/keys/ml/1",
          },
        },
      }),
    ],
  },
  "ml-datastore-no-credentials": {
    bad: [datastore({ credentialsType: "AccountKey", secrets: { secretsType: "AccountKey", key: "…" } })],
    good: [datastore({ credentialsType: "None" })],
  },
  "ml-workspace-diagnostic-logs": {
    bad: [workspace()],
    good: [workspace(), logsOf("training")],
  },
  "ml-workspace-isolation-mode": {
    bad: [managed({ isolationMode: "AllowInternetOutbound" })],
    good: [managed({ isolationMode: "AllowOnlyApprovedOutbound" })],
  },
  "ml-multiple-regions": {
    bad: [workspace({ location: "swedencentral" })],
    good: [workspace({ location: "swedencentral" }), workspace({ location: "francecentral" }, "training-second")],
  },
  "ml-workspace-private-outbound": {
    bad: [managed({ isolationMode: "AllowOnlyApprovedOutbound" })],
    good: [
      managed({
        isolationMode: "AllowOnlyApprovedOutbound",
        outboundRules: {
          documents: {
            type: "PrivateEndpoint",
            destination: {
              serviceResourceId: armId("Microsoft.Storage/storageAccounts/stclaimsprod"),
              subresourceTarget: "blob",
            },
          },
        },
      }),
    ],
  },
  "ml-workspace-no-public-access": {
    bad: [workspace()],
    good: [workspace({ publicNetworkAccess: "Disabled" })],
  },
  "ml-workspace-user-assigned-identity": {
    bad: [workspace({ identity: { type: "SystemAssigned" } })],
    good: [
      workspace({
        identity: { type: "UserAssigned", userAssignedIdentities: [IDENTITY] },
        primaryUserAssignedIdentity: IDENTITY,
      }),
    ],
  },
};
