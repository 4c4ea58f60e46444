import type * as app from "@pulumi/azure-native/app";
import type * as pulumi from "@pulumi/pulumi";
import type { JobsContext } from "../jobs/context";
import { readyAfter } from "../jobs/readiness";
import type { SecretRotationArgs } from "./args";
import { waitsForConsumers } from "./consumers";
import type { RotationStore } from "./store";

/** What other components need to run jobs beside the rotation's; `ready` is what a job waits for. */
export function jobsContext(
  { image, secrets = [] }: SecretRotationArgs,
  environment: app.ManagedEnvironment,
  store: RotationStore,
  ready: readonly pulumi.Resource[],
): JobsContext {
  const context = {
    image,
    environmentId: environment.id,
    storageAccountId: store.account.id,
    storageAccountName: store.account.name,
    journalTableId: store.journal.id,
    journalTable: store.journal.name,
    auditContainerId: store.audit.id,
    auditContainer: store.audit.name,
    readsLogs: waitsForConsumers(secrets),
  };
  return readyAfter(context, [...ready, ...store.doors]);
}
