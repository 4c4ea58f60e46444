import * as network from "@pulumi/azure-native/network";
import type * as pulumi from "@pulumi/pulumi";
import { resourceName } from "@ringfence/core/naming";
import type { RingContext, RingNetwork } from "../ring/context";
import { type PrivateLinkGroup, privateDnsZones } from "./zones";

/** One resource that is reached through the ring's network. */
export interface PrivateEndpointArgs {
  /** The ring whose network it joins; `ring.network` must be there. */
  ring: RingContext;
  /** The resource to be reached. */
  resourceId: pulumi.Input<string>;
  /** Which of the resource's services: `vault`, `account`, `blob` and so on. */
  groupId: PrivateLinkGroup;
  /** The private DNS zones that get its records; those that Microsoft names for the group unless stated. */
  zones?: readonly string[];
}

/** A private endpoint and its records in the ring's private DNS zones. */
export interface PrivateEndpointParts {
  endpoint: network.PrivateEndpoint;
  zoneGroup: network.PrivateDnsZoneGroup;
}

/**
 * Puts a resource into the ring's endpoint subnet and its names into the ring's private DNS zones.
 *
 * @throws Error when the ring has no network or lacks one of the zones.
 */
export function privateEndpoint(
  name: string,
  args: PrivateEndpointArgs,
  opts: pulumi.CustomResourceOptions = {},
): PrivateEndpointParts {
  const { ring, resourceId, groupId, zones = privateDnsZones[groupId] } = args;
  const { endpointsSubnetId, privateDnsZoneIds } = networkOf(ring, name);
  const zoneConfigs = zones.map((zone) => ({
    name: zone.replaceAll(".", "-"),
    privateDnsZoneId: zoneId(privateDnsZoneIds, zone, name),
  }));
  const endpointName = resourceName("privateEndpoint", { name, ring: ring.ring });
  const endpoint = new network.PrivateEndpoint(
    name,
    {
      privateEndpointName: endpointName,
      resourceGroupName: ring.resourceGroupName,
      location: ring.location,
      customNetworkInterfaceName: `${endpointName}-nic`,
      subnet: { id: endpointsSubnetId },
      privateLinkServiceConnections: [{ name: groupId, privateLinkServiceId: resourceId, groupIds: [groupId] }],
      tags: { ...ring.tags },
    },
    opts,
  );
  const zoneGroup = new network.PrivateDnsZoneGroup(
    `${name}-zones`,
    {
      privateDnsZoneGroupName: "default",
      privateEndpointName: endpoint.name,
      resourceGroupName: ring.resourceGroupName,
      privateDnsZoneConfigs: zoneConfigs,
    },
    opts,
  );
  return { endpoint, zoneGroup };
}

function networkOf(ring: RingContext, endpoint: string): RingNetwork {
  if (ring.network) return ring.network;
  throw new Error(
    `private endpoint "${endpoint}": ring "${ring.name}" is ${ring.settings.network} and has no virtual network; set overrides.network to "private" on the ring`,
  );
}

function zoneId(ids: RingNetwork["privateDnsZoneIds"], zone: string, endpoint: string): pulumi.Input<string> {
  const id = ids[zone];
  if (id !== undefined) return id;
  throw new Error(
    `private endpoint "${endpoint}": the ring's network has no private DNS zone ${zone}; it has ${Object.keys(ids).join(", ")}`,
  );
}
