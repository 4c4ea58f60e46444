import type { Input } from "@pulumi/pulumi";
import type { AllowedNetworkArgs } from "../networks/allowed-network";
import type { OutboundHostArgs } from "../networks/outbound-host";
import type { OpeningArgs } from "../openings/opening";
import type { PrincipalArgs } from "../principals/principal";
import type { RingContext } from "../ring/context";
import type { ComputeClusterArgs } from "./compute-cluster";
import type { ManagedNetworkIsolation } from "./isolation";
import type { OutboundEndpointArgs } from "./outbound-endpoint";

/** An Azure Machine Learning workspace with its storage, registry, identities and compute. */
export interface MlWorkspaceArgs {
  /** The ring it belongs to: `ring.context`. Application Insights is the ring's. */
  ring: RingContext;
  /** Compute clusters for jobs; the first one also builds images, since the registry is closed to Azure's builders. */
  clusters?: ComputeClusterArgs[];
  /** Who trains and deploys models; they get the data of the workspace's storage too. */
  scientists?: PrincipalArgs[];
  /** Who manages compute. */
  operators?: PrincipalArgs[];
  /**
   * The vault in which the workspace keeps its secrets; one of its own if left out. The workspace's identity
   * administers it, because Azure ML demands that: do not give it a vault with anybody else's secrets.
   */
  keyVaultId?: Input<string>;
  /**
   * What jobs may reach. If left out AllowOnlyApprovedOutbound in a private ring, AllowInternetOutbound in a closed one.
   */
  isolation?: ManagedNetworkIsolation;
  /** Why jobs may reach the internet; required for AllowInternetOutbound in a private ring. */
  internetOutbound?: OpeningArgs;
  /**
   * Hosts that jobs may reach where only approved ones are. The first one makes Azure run a firewall in the workspace's
   * network, which costs money every hour.
   */
  outboundHosts?: OutboundHostArgs[];
  /** Azure services that jobs reach by a private endpoint in the workspace's own network. */
  outboundEndpoints?: OutboundEndpointArgs[];
  /** Networks let through the firewalls of storage and registry. Only closed rings have them. */
  allowedNetworks?: AllowedNetworkArgs[];
  /**
   * Why studio and API may be reached from the internet, by Entra identities alone. Required in a closed ring, where
   * there is no other way in; a private ring does not use it.
   */
  publicAccessWhereClosed?: OpeningArgs;
}
