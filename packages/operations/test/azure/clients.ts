import { TableClient } from "@azure/data-tables";
import { BlobServiceClient } from "@azure/storage-blob";
import { QueueServiceClient } from "@azure/storage-queue";
import { clientOptions, storageOptions } from "../../src/azure";
import type { Azurite } from "../azurite";

/** The adapters' own clients on an emulator, each on something of its own that is made here. */
export async function tableOn({ tableEndpoint, credential, tlsOptions }: Azurite, name: string): Promise<TableClient> {
  const table = new TableClient(tableEndpoint, name, credential, clientOptions({ tlsOptions }));
  await table.createTable();
  return table;
}

export async function containerOn({ blobEndpoint, credential, tlsOptions }: Azurite, name: string) {
  const service = new BlobServiceClient(blobEndpoint, credential, storageOptions({ tlsOptions }));
  const container = service.getContainerClient(name);
  await container.create();
  return container;
}

export async function queueOn({ queueEndpoint, credential, tlsOptions }: Azurite, name: string) {
  const service = new QueueServiceClient(queueEndpoint, credential, storageOptions({ tlsOptions }));
  const queue = service.getQueueClient(name);
  await queue.create();
  return queue;
}
