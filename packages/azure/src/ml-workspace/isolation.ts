import { notOneOf, type Problem } from "@ringfence/core/problems";
import { NetworkMode } from "@ringfence/core/rings";
import { reasonProblems } from "../openings/opening";
import type { MlWorkspaceArgs } from "./args";

/** What jobs in the workspace's managed network may reach; Azure's own names. */
export const ManagedNetworkIsolation = {
  /** The workspace's own services, what Azure needs, and what the arguments name. */
  AllowOnlyApprovedOutbound: "AllowOnlyApprovedOutbound",
  /** Everything; the workspace's own services by private endpoint. */
  AllowInternetOutbound: "AllowInternetOutbound",
} as const;
export type ManagedNetworkIsolation = (typeof ManagedNetworkIsolation)[keyof typeof ManagedNetworkIsolation];

/**
 * What jobs may reach: what the arguments say, else only what is approved where the ring is private. A closed ring is
 * for trying things, where every `pip install` would need an approval and a firewall.
 */
export function isolationOf({ isolation, ring }: MlWorkspaceArgs): ManagedNetworkIsolation {
  const { AllowOnlyApprovedOutbound, AllowInternetOutbound } = ManagedNetworkIsolation;
  return (
    isolation ?? (ring.settings.network === NetworkMode.Private ? AllowOnlyApprovedOutbound : AllowInternetOutbound)
  );
}

/** Everything wrong with what jobs may reach. */
export function isolationProblems(args: MlWorkspaceArgs): Problem[] {
  const { isolation, internetOutbound, outboundHosts = [], ring } = args;
  const modes = Object.values(ManagedNetworkIsolation);
  if (isolation !== undefined && !modes.includes(isolation))
    return [{ path: "isolation", problem: notOneOf(isolation, modes) }];
  const internet = isolationOf(args) === ManagedNetworkIsolation.AllowInternetOutbound;
  const problems: Problem[] = [];
  if (internet && ring.settings.network === NetworkMode.Private)
    problems.push(...reasonProblems("internetOutbound.reason", internetOutbound?.reason));
  if (internet && isolation !== undefined && outboundHosts.length > 0)
    problems.push({
      path: "outboundHosts",
      problem: `${isolation} lets jobs reach every host; leave the hosts out, or choose ${ManagedNetworkIsolation.AllowOnlyApprovedOutbound}`,
    });
  return problems;
}
