import type { app as inputs } from "@pulumi/azure-native/types/input";
import type { Input } from "@pulumi/pulumi";
import type { RingContext } from "../ring/context";
import type { JobsContext } from "./context";

/** When a job runs. */
export type JobTriggerArgs = Pick<
  inputs.JobConfigurationArgs,
  "triggerType" | "eventTriggerConfig" | "scheduleTriggerConfig"
>;

/** Seconds between two looks at a queue; a message waits that long at most before its job starts. */
const POLLING_SECONDS = 60;

/** Runs by the clock: a cron expression of five fields, in UTC. One run at a time. */
export function onSchedule(cronExpression: string): JobTriggerArgs {
  return {
    triggerType: "Schedule",
    scheduleTriggerConfig: { cronExpression, parallelism: 1, replicaCompletionCount: 1 },
  };
}

/** Runs while messages wait in one of the store's queues, one run at a time; `rule` is the scaling rule's name. */
export function onMessages(
  ring: RingContext,
  jobs: JobsContext,
  rule: string,
  queueName: Input<string>,
): JobTriggerArgs {
  return {
    triggerType: "Event",
    eventTriggerConfig: {
      parallelism: 1,
      replicaCompletionCount: 1,
      scale: {
        minExecutions: 0,
        maxExecutions: 1,
        pollingInterval: POLLING_SECONDS,
        rules: [
          {
            name: rule,
            type: "azure-queue",
            identity: ring.jobsIdentity.id,
            metadata: { accountName: jobs.storageAccountName, queueName, queueLength: "1" },
          },
        ],
      },
    },
  };
}
