import * as authorization from "@pulumi/azure-native/authorization";
import * as keyvault from "@pulumi/azure-native/keyvault";
import * as network from "@pulumi/azure-native/network";
import * as privatedns from "@pulumi/azure-native/privatedns";
import * as azure_native from "@pulumi/azure-native/provider";
import * as resources from "@pulumi/azure-native/resources";
import * as pulumi from "@pulumi/pulumi";

const provider = new azure_native.Provider("north", { location: "northeurope" });
const opts: pulumi.CustomResourceOptions = { provider };

export = async () => {
  const client = await authorization.getClientConfig();
  const group = new resources.ResourceGroup("private-rg", { tags: { team: "network" } }, opts);

  const vnet = new network.VirtualNetwork(
    "vnet",
    {
      resourceGroupName: group.name,
      addressSpace: { addressPrefixes: ["10.1.0.0/16"] },
    },
    { ...opts, ignoreChanges: ["subnets"] },
  );

  const subnet = new network.Subnet(
    "endpoints",
    {
      resourceGroupName: group.name,
      virtualNetworkName: vnet.name,
      addressPrefix: "10.1.1.0/24",
      privateEndpointNetworkPolicies: "Disabled",
    },
    opts,
  );

  const vault = new keyvault.Vault(
    "vault",
    {
      resourceGroupName: group.name,
      properties: {
        tenantId: client.tenantId,
        sku: { family: "A", name: keyvault.SkuName.Standard },
        enableRbacAuthorization: true,
        publicNetworkAccess: "Disabled",
      },
    },
    opts,
  );

  const zone = new privatedns.PrivateZone(
    "zone",
    {
      resourceGroupName: group.name,
      privateZoneName: "privatelink.vaultcore.azure.net",
      location: "global",
    },
    opts,
  );

  const endpoint = new network.PrivateEndpoint(
    "vault-endpoint",
    {
      resourceGroupName: group.name,
      subnet: { id: subnet.id },
      privateLinkServiceConnections: [{ name: "vault", groupIds: ["vault"], privateLinkServiceId: vault.id }],
    },
    { ...opts, dependsOn: [zone] },
  );

  new network.PrivateDnsZoneGroup(
    "vault-zones",
    {
      resourceGroupName: group.name,
      privateEndpointName: endpoint.name,
      privateDnsZoneConfigs: [{ name: "vault", privateDnsZoneId: zone.id }],
    },
    opts,
  );

  const secret = new keyvault.Secret(
    "connection",
    {
      resourceGroupName: group.name,
      vaultName: vault.name,
      properties: { value: pulumi.secret("hunter2-connection") },
    },
    { ...opts, protect: true },
  );

  return { vaultUri: vault.properties.vaultUri, secretName: secret.name, subscription: client.subscriptionId };
};
