import { isObject, objectOf, type Properties, textOf, type Value } from "../values";
import { stableUuid } from "../world/identity";
import type { WorldView } from "../world/view";
import { badRequest } from "./refusals";
import type { Brought, PutContext, TypeRow } from "./row";

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
    armType: `${NETWORK}/privateEndpoints`,
    immutable: [
      "subnet",
      "privateLinkServiceConnections",
      "manualPrivateLinkServiceConnections",
      "customNetworkInterfaceName",
    ],
    refuses: privateEndpointRefusal,
    adds: ({ id, inputs, uuid, world }) => {
      const interfaceId = networkInterfaceId(id, uuid, inputs);
      return {
        etag: `W/"${uuid("etag")}"`,
        networkInterfaces: [{ id: interfaceId }],
        customDnsConfigs: connectionsOf(inputs).map(({ target, groups }, index) => ({
          fqdn: privateName(world, target, groups),
          ipAddresses: [`10.0.0.${4 + index}`],
        })),
        ipConfigurations: [],
        manualPrivateLinkServiceConnections: [],
        privateLinkServiceConnections: items(inputs.privateLinkServiceConnections).map((each) => ({
          id: `${id}/privateLinkServiceConnections/${textOf(each.name) ?? ""}`,
          provisioningState: "Succeeded",
          privateLinkServiceConnectionState: {
            status: "Approved",
            description: "Auto-approved",
            actionsRequired: "None",
          },
        })),
      };
    },
    brings: ({ id, inputs, uuid, location }) => [
      {
        id: networkInterfaceId(id, uuid, inputs),
        armType: `${NETWORK}/networkInterfaces`,
        properties: {
          name: networkInterfaceId(id, uuid, inputs).split("/").at(-1) ?? "",
          type: `${NETWORK}/networkInterfaces`,
          location,
          ipConfigurations: [
            {
              name: "privateEndpointIpConfig",
              privateIPAddress: "10.0.0.4",
              primary: true,
              privateIPAllocationMethod: "Dynamic",
            },
          ],
        },
      },
    ],
  },
  {
    armType: `${NETWORK}/privateEndpoints/privateDnsZoneGroups`,
    adds: (context) => ({
      ...etag(context),
      privateDnsZoneConfigs: items(context.inputs.privateDnsZoneConfigs).map(() => ({ recordSets: [] })),
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

function etag({ uuid }: PutContext): Properties {
  return { etag: `W/"${uuid("etag")}"` };
}

function items(value: Value | undefined): Properties[] {
  return (Array.isArray(value) ? value : []).filter(isObject);
}

/** What stands in lists of named parts gets an id under the resource. */
function named({ id, inputs }: PutContext, lists: readonly string[]): Properties {
  return Object.fromEntries(
    lists
      .filter((list) => inputs[list] !== undefined)
      .map((list) => [
        list,
        items(inputs[list]).map((each) => ({
          id: `${id}/${list}/${textOf(each.name) ?? ""}`,
          provisioningState: "Succeeded",
        })),
      ]),
  );
}

function inner(prefix: string, armType: string, list: Value | undefined): Brought[] {
  return items(list)
    .filter((each) => typeof each.name === "string")
    .map((each) => ({
      id: `${prefix}/${String(each.name)}`,
      armType,
      properties: { ...each, type: armType, provisioningState: "Succeeded" },
    }));
}

function publicAddress(uuid: string): string {
  const part = (at: number) => Number.parseInt(uuid.slice(at, at + 2), 16);
  return `20.${(part(0) % 150) + 40}.${part(2)}.${part(4)}`;
}

function networkInterfaceId(id: string, uuid: (purpose: string) => string, inputs: Properties): string {
  const [group = ""] = id.split("/providers/");
  const name = textOf(inputs.customNetworkInterfaceName) ?? `${id.split("/").at(-1)}.nic.${uuid("nic")}`;
  return `${group}/providers/${NETWORK}/networkInterfaces/${name}`;
}

function connectionsOf(inputs: Properties): { target: string; groups: string[] }[] {
  return [...items(inputs.privateLinkServiceConnections), ...items(inputs.manualPrivateLinkServiceConnections)].map(
    (each) => ({
      target: textOf(each.privateLinkServiceId) ?? "",
      groups: (Array.isArray(each.groupIds) ? each.groupIds : []).map(String),
    }),
  );
}

/** A private endpoint needs a target that exists and, for an AI account, one on which nothing is under way. */
function privateEndpointRefusal({ world, inputs }: PutContext) {
  for (const { target } of connectionsOf(inputs)) {
    if (world.isBusy(target)) {
      return badRequest(
        "AccountProvisioningStateInvalid",
        `Call to Microsoft.CognitiveServices/accounts failed. Account ${target} in state Accepted`,
      );
    }
    const home = `/subscriptions/${world.identity.subscriptionId}/`;
    if (target.toLowerCase().startsWith(home) && world.resource(target) === undefined) {
      return badRequest(
        "LinkedInvalidPropertyId",
        `Property id '${target}' at path 'properties.privateLinkServiceConnections' is invalid. The resource does not exist.`,
      );
    }
  }
  return undefined;
}

function privateName(world: WorldView, target: string, groups: readonly string[]): string {
  const name = (target.split("/").at(-1) ?? "").toLowerCase();
  const hosts: Readonly<Record<string, string>> = {
    account: "cognitiveservices.azure.com",
    vault: "vault.azure.net",
    sites: "azurewebsites.net",
    registry: "azurecr.io",
    searchservice: "search.windows.net",
    sql: "documents.azure.com",
    sqlserver: "database.windows.net",
    rediscache: "redis.cache.windows.net",
    namespace: "servicebus.windows.net",
    configurationstores: "azconfig.io",
    amlworkspace: "api.azureml.ms",
  };
  const group = (groups[0] ?? "").toLowerCase();
  if (["blob", "file", "queue", "table", "web", "dfs"].includes(group)) return `${name}.${group}.core.windows.net`;
  return `${name}.${hosts[group] ?? `${stableUuid(target, world.identity.tenantId).slice(0, 8)}.azure.example`}`;
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
