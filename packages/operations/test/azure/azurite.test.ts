import { TableClient } from "@azure/data-tables";
import { BlobServiceClient } from "@azure/storage-blob";
import { QueueServiceClient } from "@azure/storage-queue";
import { clientOptions, storageOptions } from "../../src/azure";
import { type Azurite, startAzurite } from "../azurite";

let azurite: Azurite;
beforeAll(async () => {
  azurite = await startAzurite();
}, 60_000);
afterAll(() => azurite.close());

test("blobs, queues and tables answer over HTTPS to a token", async () => {
  const { credential, tlsOptions, blobEndpoint, queueEndpoint, tableEndpoint } = azurite;
  const options = storageOptions({ tlsOptions });
  const container = new BlobServiceClient(blobEndpoint, credential, options).getContainerClient("audit");
  await container.create();
  const blob = container.getAppendBlobClient("a");
  await blob.create({ conditions: { ifNoneMatch: "*" } });
  await blob.appendBlock("one\n", 4, { conditions: { appendPosition: 0 } });
  await expect(blob.appendBlock("two\n", 4, { conditions: { appendPosition: 0 } })).rejects.toMatchObject({
    statusCode: 412,
  });
  const queue = new QueueServiceClient(queueEndpoint, credential, options).getQueueClient("events");
  await queue.create();
  await queue.sendMessage("hello");
  expect((await queue.receiveMessages()).receivedMessageItems[0]?.messageText).toBe("hello");
  const table = new TableClient(tableEndpoint, "journal", credential, clientOptions({ tlsOptions }));
  await table.createTable();
  await table.createEntity({ partitionKey: "p", rowKey: "r", value: "v" });
  await expect(table.createEntity({ partitionKey: "p", rowKey: "r" })).rejects.toMatchObject({ statusCode: 409 });
});

test("no token, no answer", async () => {
  const { tlsOptions, blobEndpoint } = azurite;
  const options = storageOptions({ tlsOptions });
  const anonymous = new BlobServiceClient(blobEndpoint, undefined, options);
  await expect(anonymous.getContainerClient("audit").getProperties()).rejects.toMatchObject({ statusCode: 403 });
});
