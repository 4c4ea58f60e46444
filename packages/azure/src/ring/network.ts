import * as network from "@pulumi/azure-native/network";
import type * as pulumi from "@pulumi/pulumi";
import { diagnose } from "../diagnostics/diagnose";
import { defaultAddressSpaces, type SubnetRanges, subnetRanges } from "./address-space";
import type { RingNetwork } from "./context";
import { type GroupGround, localName, part } from "./ground";
import { privateDnsZones } from "./private-dns";

/** What a user may say about a private ring's network. */
export interface NetworkArgs {
  addressSpace?: string;
  privateDnsZoneIds?: Record<string, pulumi.Input<string>>;
  logAnalyticsId: pulumi.Input<string>;
}

/**
 * The network of a private ring: one virtual network, a subnet for private endpoints, a subnet for jobs, and the
 * private DNS zones that make the endpoints found.
 */
export function ringNetwork(ground: GroupGround, args: NetworkArgs): RingNetwork {
  const { name, ring, location, tags, parent, resourceGroupName } = ground;
  const { addressSpace = defaultAddressSpaces[ring.name], logAnalyticsId, privateDnsZoneIds } = args;
  const virtualNetwork = part(
    ground,
    new network.VirtualNetwork(
      `${name}-network`,
      {
        virtualNetworkName: localName("virtualNetwork", ground),
        resourceGroupName,
        location,
        addressSpace: { addressPrefixes: [addressSpace] },
        tags: { ...tags },
      },
      // Subnets are resources of their own; what Azure reports of them here is not a change.
      { parent, ignoreChanges: ["subnets"] },
    ),
  );
  part(ground, diagnose(`${name}-network-diagnostics`, { resourceId: virtualNetwork.id, logAnalyticsId }, { parent }));

  const ranges = subnetRanges(addressSpace);
  const endpoints = subnet(ground, virtualNetwork, "endpoints", ranges, logAnalyticsId, {
    privateEndpointNetworkPolicies: "Enabled",
  });
  const jobs = subnet(ground, virtualNetwork, "jobs", ranges, logAnalyticsId, {
    delegations: [{ name: "container-apps", serviceName: "Microsoft.App/environments" }],
    // Azure changes one subnet of a network at a time.
    after: endpoints,
  });
  return {
    virtualNetworkId: virtualNetwork.id,
    endpointsSubnetId: endpoints.id,
    jobsSubnetId: jobs.id,
    privateDnsZoneIds: privateDnsZones(ground, virtualNetwork, privateDnsZoneIds),
  };
}

interface SubnetSettings extends Pick<network.SubnetArgs, "delegations" | "privateEndpointNetworkPolicies"> {
  after?: network.Subnet;
}

/**
 * A subnet with a network security group of its own. The group has Azure's built-in rules alone, which let in what
 * comes from the virtual network and nothing from the internet; it is where a team adds its own.
 */
function subnet(
  ground: GroupGround,
  virtualNetwork: network.VirtualNetwork,
  use: keyof SubnetRanges,
  ranges: SubnetRanges,
  logAnalyticsId: pulumi.Input<string>,
  { after, ...settings }: SubnetSettings,
): network.Subnet {
  const { name, location, tags, parent, resourceGroupName } = ground;
  const securityGroup = part(
    ground,
    new network.NetworkSecurityGroup(
      `${name}-${use}-rules`,
      {
        networkSecurityGroupName: localName("networkSecurityGroup", ground, use),
        resourceGroupName,
        location,
        tags: { ...tags },
      },
      { parent },
    ),
  );
  // Security groups have logs but no metrics.
  const securityGroupLogs = { resourceId: securityGroup.id, logAnalyticsId, metrics: [] };
  part(ground, diagnose(`${name}-${use}-rules-diagnostics`, securityGroupLogs, { parent }));
  return part(
    ground,
    new network.Subnet(
      `${name}-${use}`,
      {
        subnetName: use,
        virtualNetworkName: virtualNetwork.name,
        resourceGroupName,
        addressPrefix: ranges[use],
        networkSecurityGroup: { id: securityGroup.id },
        ...settings,
      },
      { parent, dependsOn: after ? [after] : [] },
    ),
  );
}
