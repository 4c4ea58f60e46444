import { privateDnsZoneNames } from "../../src/private-endpoints/zones";
import { EnvironmentRing } from "../../src/ring/environment-ring";
import { type RecordedResource, recordResources } from "../recorded-resources";
import { ringArgs, ringTags } from "./ring-args";

async function network(changes: Parameters<typeof ringArgs>[1] = {}) {
  const program = () => new EnvironmentRing("claims", ringArgs("prod", changes)).context.network;
  const { resources, outputs } = await recordResources(program);
  return { resources, network: outputs };
}

function inputsOf(resources: readonly RecordedResource[], type: string, name: string) {
  return resources.find((resource) => resource.type === `azure-native:${type}` && resource.name === name)?.inputs;
}

const id = (type: string, name: string) =>
  `/subscriptions/00000000-0000-4000-8000-000000000000/azure-native:${type}/${name}`;

test("a network has one quarter for endpoints, one for jobs, and the rest free", async () => {
  const { resources } = await network();
  expect(inputsOf(resources, "network:VirtualNetwork", "claims-network")).toMatchObject({
    virtualNetworkName: "vnet-claims-prod",
    addressSpace: { addressPrefixes: ["172.20.12.0/22"] },
    tags: ringTags("prod"),
  });
  expect(inputsOf(resources, "network:Subnet", "claims-endpoints")).toEqual({
    subnetName: "endpoints",
    virtualNetworkName: "vnet-claims-prod",
    resourceGroupName: "rg-claims-prod",
    addressPrefix: "172.20.12.0/24",
    networkSecurityGroup: { id: id("network:NetworkSecurityGroup", "claims-endpoints-rules") },
    privateEndpointNetworkPolicies: "Enabled",
    privateLinkServiceNetworkPolicies: "Enabled",
  });
  expect(inputsOf(resources, "network:Subnet", "claims-jobs")).toMatchObject({
    subnetName: "jobs",
    addressPrefix: "172.20.13.0/24",
    networkSecurityGroup: { id: id("network:NetworkSecurityGroup", "claims-jobs-rules") },
    delegations: [{ name: "container-apps", serviceName: "Microsoft.App/environments" }],
  });
});

test("subnets are made one after another", async () => {
  const { resources } = await network();
  const [endpoints, jobs] = ["claims-endpoints", "claims-jobs"].map((name) =>
    resources.find((resource) => resource.type.endsWith(":Subnet") && resource.name === name),
  );
  expect(jobs?.dependencies).toContain(endpoints?.urn);
});

test("a stated range takes the place of the ring's", async () => {
  const { resources } = await network({ addressSpace: "10.8.64.0/25" });
  expect(inputsOf(resources, "network:Subnet", "claims-endpoints")).toMatchObject({ addressPrefix: "10.8.64.0/27" });
  expect(inputsOf(resources, "network:Subnet", "claims-jobs")).toMatchObject({ addressPrefix: "10.8.64.32/27" });
});

test("every zone is made, linked to the network, and known to the context", async () => {
  const { resources, network: context } = await network();
  for (const zone of privateDnsZoneNames) {
    expect(inputsOf(resources, "privatedns:PrivateZone", `claims-${zone}`)).toEqual({
      privateZoneName: zone,
      resourceGroupName: "rg-claims-prod",
      location: "global",
      tags: ringTags("prod"),
    });
    expect(inputsOf(resources, "privatedns:VirtualNetworkLink", `claims-${zone}`)).toEqual({
      privateZoneName: zone,
      virtualNetworkLinkName: "link-claims-prod",
      virtualNetwork: { id: id("network:VirtualNetwork", "claims-network") },
      registrationEnabled: false,
      resourceGroupName: "rg-claims-prod",
      location: "global",
      tags: ringTags("prod"),
    });
  }
  expect(Object.keys(context?.privateDnsZoneIds ?? {})).toEqual(privateDnsZoneNames);
});

test("a zone that exists already is used and not made again", async () => {
  const zone = "privatelink.vaultcore.azure.net";
  const existing = `/subscriptions/hub/resourceGroups/dns/providers/Microsoft.Network/privateDnsZones/${zone}`;
  const { resources, network: context } = await network({ privateDnsZoneIds: { [zone]: existing } });
  expect(inputsOf(resources, "privatedns:PrivateZone", `claims-${zone}`)).toBeUndefined();
  expect(inputsOf(resources, "privatedns:VirtualNetworkLink", `claims-${zone}`)).toBeUndefined();
  expect(context?.privateDnsZoneIds[zone]).toBe(existing);
  expect(inputsOf(resources, "network:PrivateDnsZoneGroup", "claims-vault-zones")).toMatchObject({
    privateDnsZoneConfigs: [{ privateDnsZoneId: existing }],
  });
});

test("the vault is reached by a private endpoint", async () => {
  const { resources } = await network();
  expect(inputsOf(resources, "network:PrivateEndpoint", "claims-vault")).toMatchObject({
    privateEndpointName: "pep-claims-vault-prod",
    subnet: { id: id("network:Subnet", "claims-endpoints") },
    privateLinkServiceConnections: [
      { privateLinkServiceId: id("keyvault:Vault", "claims-vault"), groupIds: ["vault"] },
    ],
  });
});
