import * as network from "@pulumi/azure-native/network";
import * as privatedns from "@pulumi/azure-native/privatedns";
import * as pulumi from "@pulumi/pulumi";
import { resourceName } from "@ringfence/core/naming";
import { diagnose } from "../diagnostics/diagnose";
import { privateEndpoint } from "../private-endpoints/private-endpoint";
import { privateDnsZones } from "../private-endpoints/zones";
import type { RingContext, RingNetwork } from "../ring/context";

/** Addresses that nothing else needs to reach: the network is peered with none. 27 bits is the least for Container Apps. */
const ADDRESSES = { network: "10.255.255.0/26", endpoints: "10.255.255.0/27", jobs: "10.255.255.32/27" };

/** The zones of what the jobs reach: the vault and their store. */
const zones = (["vault", "blob", "queue", "table"] as const).flatMap((group) => privateDnsZones[group]);

/** A ring with a network for the jobs, and what must exist before they reach its vault. */
export interface NetworkedRing {
  ring: RingContext;
  doors: pulumi.Resource[];
}

/**
 * The ring with a network for the jobs. A private ring has one. In a closed ring the vault's firewall would turn the
 * jobs away, whose addresses change, so they get a small network of their own with private endpoints, used by nothing else.
 */
export function networkedRing(name: string, ring: RingContext, opts: pulumi.CustomResourceOptions): NetworkedRing {
  if (ring.network) return { ring, doors: [] };
  const networked = { ...ring, network: jobsNetwork(name, ring, opts) };
  const endpoint = { ring: networked, resourceId: ring.keyVaultId, groupId: "vault" } as const;
  return { ring: networked, doors: [privateEndpoint(`${name}-vault`, endpoint, opts).zoneGroup] };
}

function jobsNetwork(name: string, ring: RingContext, opts: pulumi.CustomResourceOptions): RingNetwork {
  const { resourceGroupName, location } = ring;
  const tags = { ...ring.tags };
  const named = (kind: "virtualNetwork" | "networkSecurityGroup") =>
    resourceName(kind, { name: ring.name, ring: ring.ring, qualifier: "jobs" });
  const virtualNetwork = new network.VirtualNetwork(
    `${name}-network`,
    {
      virtualNetworkName: named("virtualNetwork"),
      resourceGroupName,
      location,
      addressSpace: { addressPrefixes: [ADDRESSES.network] },
      tags,
    },
    // Subnets are resources of their own; what Azure reports of them here is not a change.
    pulumi.mergeOptions(opts, { ignoreChanges: ["subnets"] }),
  );
  const securityGroup = new network.NetworkSecurityGroup(
    `${name}-network-rules`,
    { networkSecurityGroupName: named("networkSecurityGroup"), resourceGroupName, location, tags },
    opts,
  );
  const { logAnalyticsId } = ring;
  diagnose(`${name}-network-logs`, { resourceId: virtualNetwork.id, logAnalyticsId }, opts);
  diagnose(`${name}-network-rules-logs`, { resourceId: securityGroup.id, logAnalyticsId, metrics: [] }, opts);
  const subnet = (purpose: "endpoints" | "jobs", args: Partial<network.SubnetArgs>, after: pulumi.Resource[]) =>
    new network.Subnet(
      `${name}-subnet-${purpose}`,
      {
        subnetName: purpose,
        virtualNetworkName: virtualNetwork.name,
        resourceGroupName,
        addressPrefix: ADDRESSES[purpose],
        networkSecurityGroup: { id: securityGroup.id },
        ...args,
      },
      pulumi.mergeOptions(opts, { dependsOn: after }),
    );
  const endpoints = subnet("endpoints", { privateEndpointNetworkPolicies: "Enabled" }, []);
  const delegations = [{ name: "container-apps", serviceName: "Microsoft.App/environments" }];
  const jobs = subnet("jobs", { delegations }, [endpoints]);
  return {
    virtualNetworkId: virtualNetwork.id,
    endpointsSubnetId: endpoints.id,
    jobsSubnetId: jobs.id,
    privateDnsZoneIds: Object.fromEntries(
      zones.map((zone) => [zone, linkedZone(name, zone, ring, virtualNetwork, opts).id]),
    ),
  };
}

function linkedZone(
  name: string,
  zone: string,
  ring: RingContext,
  virtualNetwork: network.VirtualNetwork,
  opts: pulumi.CustomResourceOptions,
): privatedns.PrivateZone {
  const { resourceGroupName } = ring;
  const tags = { ...ring.tags };
  const privateZone = new privatedns.PrivateZone(
    `${name}-${zone}`,
    { privateZoneName: zone, resourceGroupName, location: "global", tags },
    opts,
  );
  new privatedns.VirtualNetworkLink(
    `${name}-${zone}-link`,
    {
      virtualNetworkLinkName: "jobs",
      privateZoneName: privateZone.name,
      resourceGroupName,
      location: "global",
      registrationEnabled: false,
      virtualNetwork: { id: virtualNetwork.id },
      tags,
    },
    opts,
  );
  return privateZone;
}
