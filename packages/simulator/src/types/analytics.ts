import { objectOf, secret, textOf } from "../values";
import { stableHex, stableKey } from "../world/identity";
import { conflict } from "./refusals";
import type { TypeRow } from "./row";

const ML = "Microsoft.MachineLearningServices/workspaces";

/** Data platforms and machine learning. */
export const analytics: readonly TypeRow[] = [
  {
    armType: "Microsoft.Synapse/workspaces",
    immutable: ["managedVirtualNetwork", "managedResourceGroupName", "sqlAdministratorLogin", "defaultDataLakeStorage"],
    writeOnly: ["sqlAdministratorLoginPassword"],
    globalName: {
      taken: (name) => conflict("WorkspaceNameNotAvailable", `Workspace name '${name}' is not available.`),
    },
    adds: ({ name, uuid }) => {
      const own = name.toLowerCase();
      return {
        connectivityEndpoints: {
          web: `https://web.azuresynapse.net?workspace=%2f${own}`,
          dev: `https://${own}.dev.azuresynapse.net`,
          sqlOnDemand: `${own}-ondemand.sql.azuresynapse.net`,
          sql: `${own}.sql.azuresynapse.net`,
        },
        workspaceUID: uuid("workspace"),
        managedResourceGroupName: `synapseworkspace-managedrg-${uuid("group")}`,
        publicNetworkAccess: "Enabled",
        sqlAdministratorLogin: "sqladminuser",
        privateEndpointConnections: [],
        extraProperties: { WorkspaceType: "Normal" },
        settings: {},
      };
    },
  },
  {
    armType: "Microsoft.Synapse/workspaces/bigDataPools",
    adds: ({ world }) => ({ creationDate: world.clock.iso(), cacheSize: 50, isComputeIsolationEnabled: false }),
  },
  {
    armType: "Microsoft.Synapse/workspaces/sqlPools",
    adds: ({ world }) => ({
      creationDate: world.clock.iso(),
      status: "Online",
      collation: "SQL_Latin1_General_CP1_CI_AS",
      maxSizeBytes: 263882790666240,
      storageAccountType: "GRS",
    }),
  },
  { armType: "Microsoft.Synapse/workspaces/firewallRules" },
  {
    armType: "Microsoft.DataFactory/factories",
    adds: ({ uuid, world, existing }) => ({
      createTime: existing?.createdAt ?? world.clock.iso(),
      version: "2018-06-01",
      eTag: `"${uuid("etag")}"`,
      publicNetworkAccess: "Enabled",
    }),
  },
  {
    armType: "Microsoft.Databricks/workspaces",
    adds: ({ id, uuid, world, existing }) => {
      const number = BigInt(`0x${stableHex(id.toLowerCase()).slice(0, 13)}`)
        .toString()
        .slice(0, 16);
      return {
        workspaceId: number,
        workspaceUrl: `adb-${number}.${Number(number.at(-1) ?? 1)}.azuredatabricks.net`,
        createdDateTime: existing?.createdAt ?? world.clock.iso(),
        createdBy: { oid: world.identity.objectId, applicationId: world.identity.clientId, puid: "" },
        authorizations: [{ principalId: uuid("databricks"), roleDefinitionId: "8e3af657-a8ff-443c-a75c-2fe8c4bcb635" }],
        privateEndpointConnections: [],
      };
    },
  },
  {
    armType: "Microsoft.Kusto/clusters",
    adds: ({ name, location }) => ({
      uri: `https://${name.toLowerCase()}.${location}.kusto.windows.net`,
      dataIngestionUri: `https://ingest-${name.toLowerCase()}.${location}.kusto.windows.net`,
      state: "Running",
      stateReason: "",
      privateEndpointConnections: [],
    }),
  },
  {
    armType: ML,
    name: {
      pattern: /^[A-Za-z0-9_-]+$/,
      minimum: 3,
      maximum: 33,
      code: "InvalidWorkspaceName",
      message: (name) => `The workspace name '${name}' is invalid: letters, digits, - and _, 3 to 33 characters.`,
    },
    softDelete: {
      days: (workspace) => (workspace.inputs.kind === "Project" ? 0 : 14),
      blocked: () =>
        conflict("Conflict", "Soft-deleted workspace exists. Please purge or recover it. https://aka.ms/wsoftdelete"),
      restores: () => false,
    },
    immutable: ["kind", "hbiWorkspace", "hubResourceId", "keyVault", "storageAccount"],
    adds: ({ name, location, uuid, world }) => ({
      workspaceId: uuid("workspace"),
      tenantId: world.identity.tenantId,
      discoveryUrl: `https://${location}.api.azureml.ms/discovery`,
      mlFlowTrackingUri: `azureml://${location}.api.azureml.ms/mlflow/v1.0/subscriptions/${world.identity.subscriptionId}/workspaces/${name}`,
      notebookInfo: {
        fqdn: `ml-${name.toLowerCase()}-${location}-${uuid("notebook")}.${location}.notebooks.azure.net`,
        resourceId: stableHex(name).slice(0, 32),
        isPrivateLinkEnabled: false,
        notebookPreparationError: {},
      },
      kind: "Default",
      publicNetworkAccess: "Enabled",
      hbiWorkspace: false,
      v1LegacyMode: false,
      enableDataIsolation: false,
      storageHnsEnabled: false,
      privateLinkCount: 0,
      privateEndpointConnections: [],
      managedNetwork: { isolationMode: "Disabled" },
    }),
    actions: {
      listWorkspaceKeys: (workspace) => ({
        userStorageKey: secret(stableKey(64, workspace.id, "storage")),
        userStorageArmId: textOf(workspace.properties.storageAccount) ?? "",
      }),
    },
  },
  {
    armType: `${ML}/computes`,
    immutable: ["properties.computeType"],
    adds: ({ world, inputs }) => ({
      properties: {
        provisioningState: "Succeeded",
        createdOn: world.clock.iso(),
        modifiedOn: world.clock.iso(),
        isAttachedCompute: false,
        computeLocation: textOf(inputs.location) ?? "",
        provisioningErrors: [],
        disableLocalAuth: objectOf(inputs.properties).disableLocalAuth ?? false,
      },
    }),
  },
  {
    armType: `${ML}/onlineEndpoints`,
    immutable: ["properties.authMode"],
    adds: ({ name, location }) => ({
      properties: {
        provisioningState: "Succeeded",
        scoringUri: `https://${name.toLowerCase()}.${location}.inference.ml.azure.com/score`,
        swaggerUri: `https://${name.toLowerCase()}.${location}.inference.ml.azure.com/swagger.json`,
        publicNetworkAccess: "Enabled",
        traffic: {},
      },
    }),
    actions: {
      listOnlineEndpointKeys: (endpoint) => ({
        primaryKey: secret(stableHex(endpoint.id, "primary").slice(0, 32)),
        secondaryKey: secret(stableHex(endpoint.id, "secondary").slice(0, 32)),
      }),
    },
  },
  { armType: `${ML}/onlineEndpoints/deployments`, adds: () => ({ properties: { provisioningState: "Succeeded" } }) },
  {
    armType: `${ML}/datastores`,
    writeOnly: ["properties.credentials.secrets"],
    adds: () => ({ properties: { isDefault: false } }),
  },
  { armType: `${ML}/connections`, writeOnly: ["properties.credentials"] },
  { armType: `${ML}/outboundRules` },
  {
    armType: "Microsoft.MachineLearningServices/registries",
    adds: ({ name, location }) => ({
      discoveryUrl: `https://${location}.api.azureml.ms/registrymanagement/v1.0/registries/${name}/discovery`,
    }),
  },
];
