import * as app from "@pulumi/azure-native/app";
import type * as pulumi from "@pulumi/pulumi";
import { resourceName } from "@ringfence/core/naming";
import { diagnose } from "../diagnostics/diagnose";
import type { RingContext } from "../ring/context";

/** The profile without dedicated machines. */
export const WORKLOAD_PROFILE = "Consumption";

/** A Container Apps environment in the ring's network, with its logs. */
export function jobsEnvironment(
  name: string,
  ring: RingContext,
  opts: pulumi.CustomResourceOptions,
): app.ManagedEnvironment {
  const environment = new app.ManagedEnvironment(
    `${name}-environment`,
    {
      environmentName: resourceName("containerAppsEnvironment", {
        name: ring.name,
        ring: ring.ring,
        qualifier: "jobs",
      }),
      resourceGroupName: ring.resourceGroupName,
      location: ring.location,
      appLogsConfiguration: { destination: "azure-monitor" },
      vnetConfiguration: { infrastructureSubnetId: ring.network?.jobsSubnetId, internal: true },
      publicNetworkAccess: "Disabled",
      workloadProfiles: [{ name: WORKLOAD_PROFILE, workloadProfileType: WORKLOAD_PROFILE }],
      tags: { ...ring.tags },
    },
    opts,
  );
  const logs = { resourceId: environment.id, logAnalyticsId: ring.logAnalyticsId };
  diagnose(`${name}-environment-logs`, logs, opts);
  return environment;
}
