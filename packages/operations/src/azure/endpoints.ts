import type { Configuration } from "../configuration";

/** Where the services of the jobs' storage account answer. */
export interface StorageEndpoints {
  readonly blob: string;
  readonly queue: string;
  readonly table: string;
}

/** The public cloud's addresses, unless the configuration has others. */
export function storageEndpoints(configuration: Configuration<"storageAccount">): StorageEndpoints {
  const { storageAccount, storageBlobEndpoint, storageQueueEndpoint, storageTableEndpoint } = configuration;
  const of = (service: string) => `https://${storageAccount}.${service}.core.windows.net`;
  return {
    blob: storageBlobEndpoint ?? of("blob"),
    queue: storageQueueEndpoint ?? of("queue"),
    table: storageTableEndpoint ?? of("table"),
  };
}
