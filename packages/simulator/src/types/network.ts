import { objectOf, textOf, type Value } from "../values";
import { publicAddress } from "./addresses";
import { etag, items, named } from "./named-parts";
import { badRequest } from "./refusals";
import type { Brought, TypeRow } from "./row";

const NETWORK = "Microsoft.Network";

/** Virtual networks, addresses, load balancing, private endpoints. */
export const network: readonly TypeRow[] = [
  {
    armType: `${NETWORK}/virtualNetworks`,
    adds: ({ id, inputs, uuid }) => ({
      resourceGuid: uuid("guid"),
      etag: `W/"${uuid("etag")}"`,
      enableDdosProtection: false,
      virtualNetworkPeerings: [],
      subnets: items(inputs.subnets).map((subnet) => ({
        id: `${id}/subnets/${textOf(subnet.name) ?? ""}`,
        type: `${NETWORK}/virtualNetworks/subnets`,
        provisioningState: "Succeeded",
        privateEndpointNetworkPolicies: "Disabled",
        privateLinkServiceNetworkPolicies: "Enabled",
      })),
    }),
    brings: ({ id, inputs }) => inner(`${id}/subnets`, `${NETWORK}/virtualNetworks/subnets`, inputs.subnets),
  },
  {
    armType: `${NETWORK}/virtualNetworks/subnets`,
    refuses: ({ parent, inputs }) => {
      const prefix = textOf(inputs.addressPrefix) ?? textOf(items(inputs.addressPrefixes)[0]);
      const space = objectOf(parent?.properties.addressSpace).addressPrefixes;
      if (prefix === undefined || !Array.isArray(space) || space.some((each) => contains(String(each), prefix)))
        return undefined;
      return badRequest(
        "NetcfgInvalidSubnet",
        `Subnet '${textOf(inputs.subnetName) ?? textOf(inputs.name) ?? ""}' is not valid in virtual network '${parent?.id.split("/").at(-1)}'.`,
      );
    },
    adds: ({ uuid, inputs, id }) => ({
      etag: `W/"${uuid("etag")}"`,
      delegations: items(inputs.delegations).map((each) => ({
        id: `${id}/delegations/${textOf(each.name) ?? ""}`,
        actions: [],
        provisioningState: "Succeeded",
      })),
      privateEndpointNetworkPolicies: "Disabled",
      privateLinkServiceNetworkPolicies: "Enabled",
      serviceEndpoints: items(inputs.serviceEndpoints).map(() => ({ provisioningState: "Succeeded" })),
    }),
  },
  {
    armType: `${NETWORK}/networkSecurityGroups`,
    adds: ({ id, inputs, uuid }) => ({
      resourceGuid: uuid("guid"),
      etag: `W/"${uuid("etag")}"`,
      defaultSecurityRules: [],
      flowLogs: [],
      networkInterfaces: [],
      subnets: [],
      securityRules: items(inputs.securityRules).map((rule) => ({
        id: `${id}/securityRules/${textOf(rule.name) ?? ""}`,
        provisioningState: "Succeeded",
      })),
    }),
  },
  { armType: `${NETWORK}/networkSecurityGroups/securityRules`, adds: etag },
  {
    armType: `${NETWORK}/routeTables`,
    adds: (context) => ({ ...etag(context), resourceGuid: context.uuid("guid"), subnets: [] }),
  },
  { armType: `${NETWORK}/routeTables/routes`, adds: etag },
  {
    armType: `${NETWORK}/virtualNetworks/virtualNetworkPeerings`,
    adds: (context) => ({
      ...etag(context),
      peeringState: "Initiated",
      peeringSyncLevel: "LocalNotInSync",
      resourceGuid: context.uuid("guid"),
    }),
  },
  {
    armType: `${NETWORK}/publicIPAddresses`,
    immutable: ["sku", "zones", "publicIPAddressVersion", "publicIPPrefix"],
    adds: ({ inputs, location, uuid }) => {
      const dns = objectOf(inputs.dnsSettings);
      const label = textOf(dns.domainNameLabel);
      return {
        resourceGuid: uuid("guid"),
        etag: `W/"${uuid("etag")}"`,
        ipAddress: publicAddress(uuid("ip")),
        idleTimeoutInMinutes: 4,
        publicIPAddressVersion: "IPv4",
        publicIPAllocationMethod: "Dynamic",
        ipTags: [],
        sku: { name: "Basic", tier: "Regional" },
        ...(label === undefined ? {} : { dnsSettings: { fqdn: `${label}.${location}.cloudapp.azure.com` } }),
      };
    },
  },
  {
    armType: `${NETWORK}/publicIPPrefixes`,
    adds: ({ uuid, inputs }) => ({
      resourceGuid: uuid("guid"),
      ipPrefix: `${publicAddress(uuid("ip"))}/${Number(inputs.prefixLength ?? 28)}`,
    }),
  },
  {
    armType: `${NETWORK}/networkInterfaces`,
    adds: ({ id, inputs, uuid }) => ({
      resourceGuid: uuid("guid"),
      etag: `W/"${uuid("etag")}"`,
      macAddress: `00-0D-3A-${uuid("mac").slice(0, 6).toUpperCase().match(/../g)?.join("-")}`,
      primary: true,
      hostedWorkloads: [],
      tapConfigurations: [],
      dnsSettings: {
        dnsServers: [],
        appliedDnsServers: [],
        internalDomainNameSuffix: `${uuid("suffix").slice(0, 8)}.ax.internal.cloudapp.net`,
      },
      ipConfigurations: items(inputs.ipConfigurations).map((each, index) => ({
        id: `${id}/ipConfigurations/${textOf(each.name) ?? ""}`,
        primary: index === 0,
        privateIPAddress: `10.0.0.${4 + index}`,
        privateIPAllocationMethod: "Dynamic",
        privateIPAddressVersion: "IPv4",
        provisioningState: "Succeeded",
      })),
    }),
  },
  {
    armType: `${NETWORK}/loadBalancers`,
    immutable: ["sku"],
    adds: (context) => ({
      ...etag(context),
      resourceGuid: context.uuid("guid"),
      ...named(context, [
        "frontendIPConfigurations",
        "backendAddressPools",
        "loadBalancingRules",
        "probes",
        "inboundNatRules",
        "inboundNatPools",
        "outboundRules",
      ]),
    }),
  },
  {
    armType: `${NETWORK}/applicationGateways`,
    adds: (context) => ({
      ...etag(context),
      resourceGuid: context.uuid("guid"),
      operationalState: "Running",
      ...named(context, [
        "gatewayIPConfigurations",
        "frontendIPConfigurations",
        "frontendPorts",
        "backendAddressPools",
        "backendHttpSettingsCollection",
        "httpListeners",
        "requestRoutingRules",
        "probes",
        "sslCertificates",
        "urlPathMaps",
        "redirectConfigurations",
      ]),
    }),
  },
  {
    armType: `${NETWORK}/natGateways`,
    adds: (context) => ({ ...etag(context), resourceGuid: context.uuid("guid"), idleTimeoutInMinutes: 4, subnets: [] }),
  },
  {
    armType: `${NETWORK}/bastionHosts`,
    adds: (context) => ({
      ...etag(context),
      dnsName: `bst-${context.uuid("dns")}.bastion.azure.com`,
      ...named(context, ["ipConfigurations"]),
    }),
  },
  {
    armType: `${NETWORK}/azureFirewalls`,
    adds: (context) => ({
      ...etag(context),
      ipConfigurations: items(context.inputs.ipConfigurations).map((each) => ({
        id: `${context.id}/azureFirewallIpConfigurations/${textOf(each.name) ?? ""}`,
        privateIPAddress: "10.0.1.4",
        provisioningState: "Succeeded",
      })),
    }),
  },
  {
    armType: `${NETWORK}/firewallPolicies`,
    adds: (context) => ({ ...etag(context), childPolicies: [], firewalls: [], ruleCollectionGroups: [] }),
  },
  {
    armType: `${NETWORK}/virtualNetworkGateways`,
    adds: (context) => ({
      ...etag(context),
      resourceGuid: context.uuid("guid"),
      ...named(context, ["ipConfigurations"]),
    }),
  },
  {
    armType: `${NETWORK}/trafficmanagerprofiles`,
    adds: ({ inputs }) => ({
      profileStatus: "Enabled",
      dnsConfig: { fqdn: `${textOf(objectOf(inputs.dnsConfig).relativeName) ?? ""}.trafficmanager.net` },
    }),
  },
  {
    armType: `${NETWORK}/frontDoors`,
    adds: ({ name, uuid }) => ({
      cname: `${name.toLowerCase()}.azurefd.net`,
      frontdoorId: uuid("id"),
      resourceState: "Enabled",
    }),
  },
];

function inner(prefix: string, armType: string, list: Value | undefined): Brought[] {
  return items(list)
    .filter((each) => typeof each.name === "string")
    .map((each) => ({
      id: `${prefix}/${String(each.name)}`,
      armType,
      properties: { ...each, type: armType, provisioningState: "Succeeded" },
    }));
}

/** Whether a network in CIDR notation holds another; anything that is not IPv4 is let through. */
function contains(space: string, prefix: string): boolean {
  const [outer, inside] = [range(space), range(prefix)];
  if (outer === undefined || inside === undefined) return true;
  return inside[0] >= outer[0] && inside[1] <= outer[1];
}

function range(cidr: string): [number, number] | undefined {
  const match = /^(\d+)\.(\d+)\.(\d+)\.(\d+)\/(\d+)$/.exec(cidr);
  if (match === null) return undefined;
  const [a = 0, b = 0, c = 0, d = 0, bits = 0] = match.slice(1).map(Number);
  const size = 2 ** (32 - bits);
  const start = Math.floor((((a * 256 + b) * 256 + c) * 256 + d) / size) * size;
  return [start, start + size - 1];
}
