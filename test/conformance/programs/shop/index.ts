import * as containerregistry from "@pulumi/azure-native/containerregistry";
import * as redis from "@pulumi/azure-native/redis";
import * as resources from "@pulumi/azure-native/resources";
import * as servicebus from "@pulumi/azure-native/servicebus";
import * as sql from "@pulumi/azure-native/sql";
import * as web from "@pulumi/azure-native/web";
import * as pulumi from "@pulumi/pulumi";
import * as random from "@pulumi/random";

interface ShopArgs {
  resourceGroupName: pulumi.Input<string>;
  image: string;
}

class Shop extends pulumi.ComponentResource {
  readonly url: pulumi.Output<string>;
  readonly database: pulumi.Output<string>;
  readonly cache: pulumi.Output<string>;
  readonly orders: pulumi.Output<string>;

  constructor(name: string, { resourceGroupName, image }: ShopArgs, opts?: pulumi.ComponentResourceOptions) {
    super("corner:index:Shop", name, {}, opts);
    const mine = { parent: this };

    const password = new random.RandomPassword(`${name}-sql`, { length: 24, overrideSpecial: "_-!" }, mine);
    const server = new sql.Server(
      `${name}-sql`,
      { resourceGroupName, administratorLogin: "keeper", administratorLoginPassword: password.result },
      mine,
    );
    const stock = new sql.Database(
      `${name}-stock`,
      { resourceGroupName, serverName: server.name, sku: { name: "S0", tier: "Standard" } },
      mine,
    );
    new sql.FirewallRule(
      `${name}-azure`,
      { resourceGroupName, serverName: server.name, startIpAddress: "0.0.0.0", endIpAddress: "0.0.0.0" },
      mine,
    );

    const cache = new redis.Redis(
      `${name}-cache`,
      { resourceGroupName, sku: { name: redis.SkuName.Basic, family: redis.SkuFamily.C, capacity: 1 } },
      mine,
    );
    const cacheKeys = redis.listRedisKeysOutput({ resourceGroupName, name: cache.name });

    const bus = new servicebus.Namespace(`${name}-bus`, { resourceGroupName, sku: { name: "Basic" } }, mine);
    const orders = new servicebus.Queue(`${name}-orders`, { resourceGroupName, namespaceName: bus.name }, mine);
    const busKeys = servicebus.listNamespaceKeysOutput({
      resourceGroupName,
      namespaceName: bus.name,
      authorizationRuleName: "RootManageSharedAccessKey",
    });

    const registry = new containerregistry.Registry(
      `${name}images`,
      { resourceGroupName, adminUserEnabled: true, sku: { name: "Basic" } },
      mine,
    );
    const login = containerregistry.listRegistryCredentialsOutput({ resourceGroupName, registryName: registry.name });

    this.database = pulumi.interpolate`Server=tcp:${server.fullyQualifiedDomainName};Database=${stock.name};User=keeper;Password=${password.result}`;
    this.cache = pulumi.interpolate`${cache.hostName}:${cache.sslPort},password=${cacheKeys.primaryKey},ssl=True`;
    this.orders = orders.name;

    const plan = new web.AppServicePlan(
      `${name}-plan`,
      { resourceGroupName, kind: "linux", reserved: true, sku: { name: "B1", tier: "Basic" } },
      mine,
    );
    const app = new web.WebApp(
      name,
      {
        resourceGroupName,
        serverFarmId: plan.id,
        httpsOnly: true,
        siteConfig: {
          linuxFxVersion: pulumi.interpolate`DOCKER|${registry.loginServer}/${image}`,
          appSettings: [
            { name: "DOCKER_REGISTRY_SERVER_PASSWORD", value: login.apply((all) => all.passwords?.[0]?.value ?? "") },
            { name: "ORDERS", value: busKeys.primaryConnectionString },
            { name: "CACHE", value: this.cache },
          ],
          connectionStrings: [{ name: "stock", type: "SQLAzure", connectionString: this.database }],
        },
      },
      mine,
    );
    this.url = pulumi.interpolate`https://${app.defaultHostName}`;
    this.registerOutputs({ url: this.url });
  }
}

const group = new resources.ResourceGroup("corner", {}, { protect: true });
const shop = new Shop("shop", { resourceGroupName: group.name, image: "shop:7" });

export const { url, database, cache, orders } = shop;
