import type { RingName } from "@ringfence/core/rings";
import type { MlWorkspaceArgs } from "../../src/ml-workspace/args";
import type { ComputeClusterArgs } from "../../src/ml-workspace/compute-cluster";
import { ringContextOf } from "../ring-contexts";

export const reason = "A reason that an auditor understands";

export const cpu: ComputeClusterArgs = { name: "cpu", vmSize: "Standard_DS3_v2", maximumNodes: 4 };

/** A workspace with good arguments, but for what is changed. */
export function workspaceArgs(ring: RingName, changes: Partial<MlWorkspaceArgs> = {}): MlWorkspaceArgs {
  return { ring: ringContextOf(ring), clusters: [cpu], publicAccessWhereClosed: { reason }, ...changes };
}
