import type * as network from "@pulumi/azure-native/network";
import * as privatedns from "@pulumi/azure-native/privatedns";
import type * as pulumi from "@pulumi/pulumi";
import { privateDnsZoneNames } from "../private-endpoints/zones";
import { type GroupGround, localName, part } from "./ground";

/**
 * The ids of all private DNS zones of the ring, by name: those that the user has already, and the others, created here
 * and linked to the ring's network. A zone can be linked to a network once, so it is never created beside a given one.
 */
export function privateDnsZones(
  ground: GroupGround,
  virtualNetwork: network.VirtualNetwork,
  existing: Record<string, pulumi.Input<string>> = {},
): Record<string, pulumi.Input<string>> {
  const created = privateDnsZoneNames
    .filter((zone) => existing[zone] === undefined)
    .map((zone) => [zone, privateDnsZone(ground, virtualNetwork, zone)] as const);
  return { ...existing, ...Object.fromEntries(created) };
}

function privateDnsZone(ground: GroupGround, virtualNetwork: network.VirtualNetwork, zone: string) {
  const { name, tags, parent, resourceGroupName } = ground;
  const common = { resourceGroupName, location: "global", tags: { ...tags } };
  const resource = part(
    ground,
    new privatedns.PrivateZone(`${name}-${zone}`, { privateZoneName: zone, ...common }, { parent }),
  );
  part(
    ground,
    new privatedns.VirtualNetworkLink(
      `${name}-${zone}`,
      {
        privateZoneName: resource.name,
        virtualNetworkLinkName: localName("privateDnsZoneLink", ground),
        virtualNetwork: { id: virtualNetwork.id },
        registrationEnabled: false,
        ...common,
      },
      { parent },
    ),
  );
  return resource.id;
}
