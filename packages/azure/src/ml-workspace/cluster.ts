import * as machinelearningservices from "@pulumi/azure-native/machinelearningservices";
import type * as pulumi from "@pulumi/pulumi";
import type { RingContext } from "../ring/context";
import { type ComputeClusterArgs, ComputePriority, IDLE_MINUTES } from "./compute-cluster";

/** A cluster in the workspace's managed network: no public addresses, no logins, gone when idle. */
export function cluster(
  name: string,
  row: ComputeClusterArgs,
  ring: RingContext,
  workspaceName: pulumi.Input<string>,
  opts: pulumi.CustomResourceOptions,
): machinelearningservices.Compute {
  const { vmSize, maximumNodes, idleMinutes = IDLE_MINUTES, priority = ComputePriority.Dedicated } = row;
  return new machinelearningservices.Compute(
    name,
    {
      computeName: row.name,
      workspaceName,
      resourceGroupName: ring.resourceGroupName,
      location: ring.location,
      identity: { type: "SystemAssigned" },
      properties: {
        computeType: "AmlCompute",
        disableLocalAuth: true,
        properties: {
          osType: "Linux",
          vmSize,
          vmPriority: priority,
          scaleSettings: {
            minNodeCount: 0,
            maxNodeCount: maximumNodes,
            nodeIdleTimeBeforeScaleDown: `PT${idleMinutes}M`,
          },
          enableNodePublicIp: false,
          remoteLoginPortPublicAccess: "Disabled",
        },
      },
      tags: { ...ring.tags },
    },
    opts,
  );
}
