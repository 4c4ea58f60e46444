import { namingProblems } from "@ringfence/core/naming";
import { type Problem, under } from "@ringfence/core/problems";
import { NetworkMode } from "@ringfence/core/rings";
import { allowedNetworkProblems } from "../networks/allowed-network";
import { outboundHostProblems } from "../networks/outbound-host";
import { reasonProblems } from "../openings/opening";
import { principalProblems } from "../principals/principal";
import type { MlWorkspaceArgs } from "./args";
import { computeClusterProblems } from "./compute-cluster";
import { isolationProblems } from "./isolation";
import { outboundEndpointProblems } from "./outbound-endpoint";

/** Every mistake in the arguments of an MlWorkspace, each with its path; empty when they are good. */
export function mlWorkspaceProblems(args: MlWorkspaceArgs): Problem[] {
  if (!args.ring) return [{ path: "ring", problem: "missing; the ring it belongs to, `ring.context`" }];
  return [
    ...under("clusters", computeClusterProblems(args.clusters)),
    ...under("scientists", principalProblems(args.scientists)),
    ...under("operators", principalProblems(args.operators)),
    ...isolationProblems(args),
    ...under("outboundHosts", outboundHostProblems(args.outboundHosts)),
    ...under("outboundEndpoints", outboundEndpointProblems(args.outboundEndpoints)),
    ...under("allowedNetworks", allowedNetworkProblems(args.allowedNetworks)),
    ...publicAccessProblems(args),
  ];
}

/** What is wrong with the component's own name: the names of what it makes contain it. */
export function mlWorkspaceNameProblems(name: string, { ring, keyVaultId }: MlWorkspaceArgs): Problem[] {
  if (!ring) return [];
  const ownVault = keyVaultId === undefined;
  const { ring: ringName, suffix } = ring;
  const problems = namingProblems(
    [
      { kind: "mlWorkspace" },
      { kind: "userAssignedIdentity" },
      { kind: "storageAccount" },
      { kind: "containerRegistry" },
      ...(ownVault ? [{ kind: "keyVault" } as const] : []),
    ],
    { name, ring: ringName, suffix },
  );
  if (ownVault && name === ring.name)
    problems.push({
      path: "name",
      problem: `"${name}" is the ring's name, whose vault has the same name; choose another`,
    });
  return problems;
}

/** Azure ML has no firewall: a workspace is reached by private endpoint or from everywhere. */
function publicAccessProblems({ ring, publicAccessWhereClosed }: MlWorkspaceArgs): Problem[] {
  if (publicAccessWhereClosed) return reasonProblems("publicAccessWhereClosed.reason", publicAccessWhereClosed.reason);
  if (ring.settings.network === NetworkMode.Private) return [];
  return [
    {
      path: "publicAccessWhereClosed",
      problem: `missing; ${ring.ring} has no virtual network and Azure ML no firewall, so nobody could reach the workspace: say why it may be reached from the internet, or set overrides.network to "private" on the ring`,
    },
  ];
}
