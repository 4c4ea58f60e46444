import * as cosmosdb from "@pulumi/azure-native/cosmosdb";
import * as resources from "@pulumi/azure-native/resources";
import * as sql from "@pulumi/azure-native/sql";
import * as storage from "@pulumi/azure-native/storage";
import * as synapse from "@pulumi/azure-native/synapse";
import * as web from "@pulumi/azure-native/web";
import * as pulumi from "@pulumi/pulumi";

class Lake extends pulumi.ComponentResource {
  readonly url: pulumi.Output<string>;
  readonly filesystem: pulumi.Output<string>;
  constructor(name: string, args: { resourceGroupName: pulumi.Input<string> }, opts?: pulumi.ComponentResourceOptions) {
    super("acme:data:Lake", name, args, opts);
    const account = new storage.StorageAccount(
      `${name}sa`,
      {
        resourceGroupName: args.resourceGroupName,
        accessTier: "Hot",
        isHnsEnabled: true,
        kind: "StorageV2",
        sku: { name: "Standard_RAGRS" },
      },
      { parent: this },
    );
    const users = new storage.BlobContainer(
      `${name}users`,
      {
        resourceGroupName: args.resourceGroupName,
        accountName: account.name,
        publicAccess: "None",
      },
      { parent: this },
    );
    this.url = pulumi.interpolate`https://${account.name}.dfs.core.windows.net`;
    this.filesystem = users.name;
    this.registerOutputs({ url: this.url });
  }
}

const config = new pulumi.Config();
const group = new resources.ResourceGroup("data-rg");
const lake = new Lake("lake", { resourceGroupName: group.name });

const workspace = new synapse.Workspace("workspace", {
  resourceGroupName: group.name,
  defaultDataLakeStorage: { accountUrl: lake.url, filesystem: lake.filesystem },
  identity: { type: "SystemAssigned" },
  sqlAdministratorLogin: "sqladminuser",
  sqlAdministratorLoginPassword: config.requireSecret("sqlPassword"),
});
for (const rule of ["office", "vpn"])
  new synapse.IpFirewallRule(`allow-${rule}`, {
    resourceGroupName: group.name,
    workspaceName: workspace.name,
    startIpAddress: "10.0.0.1",
    endIpAddress: "10.0.0.9",
  });

const account = new cosmosdb.DatabaseAccount("cosmos", {
  resourceGroupName: group.name,
  databaseAccountOfferType: "Standard",
  locations: [{ locationName: group.location, failoverPriority: 0 }],
  consistencyPolicy: { defaultConsistencyLevel: "Session" },
});
const database = new cosmosdb.SqlResourceSqlDatabase("db", {
  resourceGroupName: group.name,
  accountName: account.name,
  resource: { id: "claims" },
});
const keys = cosmosdb.listDatabaseAccountKeysOutput({ resourceGroupName: group.name, accountName: account.name });

const server = new sql.Server("sqlserver", {
  resourceGroupName: group.name,
  administratorLogin: "pulumi",
  administratorLoginPassword: config.requireSecret("sqlPassword"),
  version: "12.0",
});
const db = new sql.Database(
  "sqldb",
  { resourceGroupName: group.name, serverName: server.name, sku: { name: "S0" } },
  { dependsOn: server },
);

const plan = new web.AppServicePlan("plan", {
  resourceGroupName: group.name,
  kind: "App",
  sku: { name: "B1", tier: "Basic" },
});
const site = new web.WebApp(
  "site",
  {
    resourceGroupName: group.name,
    serverFarmId: plan.id,
    siteConfig: {
      connectionStrings: [
        {
          name: "db",
          type: "SQLAzure",
          connectionString: pulumi
            .all([server.name, db.name, config.requireSecret("sqlPassword")])
            .apply(([s, d, p]) => `Server=tcp:${s}.database.windows.net;Database=${d};Password=${p};`),
        },
      ],
      appSettings: [{ name: "COSMOS_KEY", value: keys.primaryMasterKey }],
    },
  },
  { aliases: [{ name: "website" }] },
);

export const endpoint = pulumi.interpolate`https://${site.defaultHostName}`;
export const databaseName = database.name;
