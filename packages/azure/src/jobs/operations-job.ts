import * as app from "@pulumi/azure-native/app";
import * as pulumi from "@pulumi/pulumi";
import type { JobCommand } from "@ringfence/core/jobs";
import { resourceName } from "@ringfence/core/naming";
import type { RingContext } from "../ring/context";
import type { JobsContext } from "./context";
import { environmentVariables } from "./environment-variables";
import { isAzureRegistry, registryOf } from "./image";
import { WORKLOAD_PROFILE } from "./jobs-environment";
import { readiness } from "./readiness";
import type { JobTriggerArgs } from "./triggers";

/** The program in the image. */
const PROGRAM = "ringfence-operations";

/** A run that takes longer hangs: no job waits for anybody, the next run carries on from the journal. */
const LONGEST_RUN_SECONDS = 30 * 60;

/** What one job is. */
export interface OperationsJobArgs {
  /** What it runs. */
  command: JobCommand;
  /** The part of the job's name in Azure that tells it from the ring's other jobs: `sweep`. */
  qualifier: string;
  /** When it runs. */
  trigger: JobTriggerArgs;
  /** What it is told besides what every job is told. */
  environment: Record<string, pulumi.Input<string>>;
}

/** One job of `ringfence-operations` in the shared environment, signed in as the ring's identity for jobs. */
export function operationsJob(
  name: string,
  ring: RingContext,
  jobs: JobsContext,
  { command, qualifier, trigger, environment }: OperationsJobArgs,
  opts: pulumi.CustomResourceOptions,
): app.Job {
  const identity = ring.jobsIdentity.id;
  const registry = registryOf(jobs.image);
  return new app.Job(
    name,
    {
      jobName: resourceName("containerAppsJob", { name: ring.name, ring: ring.ring, qualifier }),
      resourceGroupName: ring.resourceGroupName,
      location: ring.location,
      environmentId: jobs.environmentId,
      workloadProfileName: WORKLOAD_PROFILE,
      identity: { type: "UserAssigned", userAssignedIdentities: [identity] },
      configuration: {
        ...trigger,
        replicaTimeout: LONGEST_RUN_SECONDS,
        replicaRetryLimit: 1,
        registries: isAzureRegistry(registry) ? [{ server: registry, identity }] : [],
      },
      template: {
        containers: [
          {
            name: PROGRAM,
            image: jobs.image,
            command: [PROGRAM, command],
            env: environmentVariables(ring, jobs, environment),
            resources: { cpu: 0.25, memory: "0.5Gi" },
          },
        ],
      },
      tags: { ...ring.tags },
    },
    pulumi.mergeOptions(opts, { dependsOn: readiness(jobs) }),
  );
}
