import type * as app from "@pulumi/azure-native/app";
import type * as pulumi from "@pulumi/pulumi";
import { JobCommand } from "@ringfence/core/jobs";
import type { JobsContext } from "../jobs/context";
import { operationsJob } from "../jobs/operations-job";
import { onMessages, onSchedule } from "../jobs/triggers";
import type { SecretRotationArgs } from "./args";
import { rotationEnvironment } from "./environment-variables";
import type { RotationStore } from "./store";
import { dailyCron } from "./sweep-time";

/** The jobs that rotation runs. */
export const rotationCommands: readonly JobCommand[] = [JobCommand.Rotate, JobCommand.SweepSecrets];

/** The two jobs. */
export interface RotationJobs {
  /** Runs when expiry events wait. */
  rotate: app.Job;
  /** Runs every day. */
  sweep: app.Job;
}

/** The job that events start and the daily sweep. */
export function rotationJobs(
  name: string,
  args: SecretRotationArgs,
  store: RotationStore,
  jobs: JobsContext,
  opts: pulumi.CustomResourceOptions,
): RotationJobs {
  const { ring, sweepAt } = args;
  const environment = rotationEnvironment(args, store);
  const rotate = {
    command: JobCommand.Rotate,
    qualifier: "rotate",
    trigger: onMessages(ring, jobs, "expiry-events", store.events.name),
    environment,
  };
  const sweep = {
    command: JobCommand.SweepSecrets,
    qualifier: "sweep",
    trigger: onSchedule(dailyCron(sweepAt)),
    environment,
  };
  return {
    rotate: operationsJob(`${name}-rotate`, ring, jobs, rotate, opts),
    sweep: operationsJob(`${name}-sweep`, ring, jobs, sweep, opts),
  };
}
