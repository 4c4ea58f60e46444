import * as app from "@pulumi/azure-native/app";
import type { app as inputs } from "@pulumi/azure-native/types/input";
import * as pulumi from "@pulumi/pulumi";
import { resourceName } from "@ringfence/core/naming";
import { diagnose } from "../diagnostics/diagnose";
import type { RingContext } from "../ring/context";
import type { SecretRotationArgs } from "./args";
import { jobEnvironment } from "./environment-variables";
import { isAzureRegistry, registryOf } from "./image";
import type { RotationStore } from "./store";
import { dailyCron } from "./sweep-time";

/** The program in the image; its commands are `rotate` and `sweep-secrets`. */
const PROGRAM = "ringfence-operations";

/** The profile without dedicated machines. */
const WORKLOAD_PROFILE = "Consumption";

/** A run that takes longer hangs: a renewal waits for nobody, the next run carries on from the journal. */
const LONGEST_RUN_SECONDS = 30 * 60;

/** The two jobs and what they run in. */
export interface RotationJobs {
  /** Runs when expiry events wait. */
  rotate: app.Job;
  /** Runs every day. */
  sweep: app.Job;
}

/** A Container Apps environment in the given network, and in it the job that events start and the daily sweep. */
export function rotationJobs(
  name: string,
  args: SecretRotationArgs,
  store: RotationStore,
  opts: pulumi.CustomResourceOptions,
): RotationJobs {
  const { ring, sweepAt } = args;
  const environment = jobsEnvironment(name, ring, opts);
  const waitForDoors = pulumi.mergeOptions(opts, { dependsOn: store.doors });
  const job = (command: string, purpose: string, trigger: Trigger) =>
    new app.Job(`${name}-${purpose}`, jobArgs(args, store, environment, command, purpose, trigger), waitForDoors);
  return {
    rotate: job("rotate", "rotate", {
      triggerType: "Event",
      eventTriggerConfig: {
        parallelism: 1,
        replicaCompletionCount: 1,
        scale: {
          minExecutions: 0,
          maxExecutions: 1,
          pollingInterval: 60,
          rules: [
            {
              name: "expiry-events",
              type: "azure-queue",
              identity: ring.jobsIdentity.id,
              metadata: { accountName: store.account.name, queueName: store.events.name, queueLength: "1" },
            },
          ],
        },
      },
    }),
    sweep: job("sweep-secrets", "sweep", {
      triggerType: "Schedule",
      scheduleTriggerConfig: { cronExpression: dailyCron(sweepAt), parallelism: 1, replicaCompletionCount: 1 },
    }),
  };
}

function jobsEnvironment(name: string, ring: RingContext, opts: pulumi.CustomResourceOptions): app.ManagedEnvironment {
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

/** When a job runs: at events or at a time. */
type Trigger = Pick<inputs.JobConfigurationArgs, "triggerType" | "eventTriggerConfig" | "scheduleTriggerConfig">;

function jobArgs(
  args: SecretRotationArgs,
  store: RotationStore,
  environment: app.ManagedEnvironment,
  command: string,
  purpose: string,
  trigger: Trigger,
): app.JobArgs {
  const { ring, image } = args;
  const identity = ring.jobsIdentity.id;
  const registry = registryOf(image);
  return {
    jobName: resourceName("containerAppsJob", { name: ring.name, ring: ring.ring, qualifier: purpose }),
    resourceGroupName: ring.resourceGroupName,
    location: ring.location,
    environmentId: environment.id,
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
          image,
          command: [PROGRAM, command],
          env: jobEnvironment(args, store),
          resources: { cpu: 0.25, memory: "0.5Gi" },
        },
      ],
    },
    tags: { ...ring.tags },
  };
}
