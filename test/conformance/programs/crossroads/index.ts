import * as apimanagement from "@pulumi/azure-native/apimanagement";
import * as network from "@pulumi/azure-native/network";
import * as privatedns from "@pulumi/azure-native/privatedns";
import * as resources from "@pulumi/azure-native/resources";
import * as pulumi from "@pulumi/pulumi";

const stack = pulumi.getStack();
const { name: resourceGroupName } = new resources.ResourceGroup(stack);

const vnet = new network.VirtualNetwork(stack, {
  resourceGroupName,
  addressSpace: { addressPrefixes: [stack === "hub" ? "10.0.0.0/16" : "10.1.0.0/16"] },
});

function hub() {
  const zone = new privatedns.PrivateZone("inside", {
    resourceGroupName,
    privateZoneName: "inside.example",
    location: "global",
  });
  const gateway = new apimanagement.ApiManagementService("gateway", {
    resourceGroupName,
    publisherName: "Crossroads",
    publisherEmail: "apis@example.org",
    sku: { name: apimanagement.SkuType.Developer, capacity: 1 },
    identity: { type: apimanagement.ApimIdentityType.SystemAssigned },
  });
  const everything = new apimanagement.Product("everything", {
    resourceGroupName,
    serviceName: gateway.name,
    displayName: "Everything",
    subscriptionRequired: true,
    state: "published",
  });
  const subscription = new apimanagement.Subscription("spoke", {
    resourceGroupName,
    serviceName: gateway.name,
    displayName: "Spoke",
    scope: everything.id,
    state: "active",
  });
  const keys = apimanagement.listSubscriptionSecretsOutput({
    resourceGroupName,
    serviceName: gateway.name,
    sid: subscription.name,
  });
  return { vnetId: vnet.id, group: resourceGroupName, zone: zone.name, url: gateway.gatewayUrl, key: keys.primaryKey };
}

function spoke() {
  const there = new pulumi.StackReference("hub", { name: `${pulumi.getOrganization()}/crossroads/hub` });
  new network.VirtualNetworkPeering("to-hub", {
    resourceGroupName,
    virtualNetworkName: vnet.name,
    remoteVirtualNetwork: { id: there.requireOutput("vnetId") },
    allowForwardedTraffic: true,
  });
  new privatedns.VirtualNetworkLink("inside", {
    resourceGroupName: there.requireOutput("group"),
    privateZoneName: there.requireOutput("zone"),
    location: "global",
    registrationEnabled: false,
    virtualNetwork: { id: vnet.id },
  });
  return { api: pulumi.interpolate`${there.getOutput("url")}/parcels`, key: there.getOutput("key"), vnetId: vnet.id };
}

export = stack === "hub" ? hub() : spoke();
