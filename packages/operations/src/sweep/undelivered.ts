import type { TokenCredential } from "@azure/core-auth";
import { type ClientSettings, storageOptions } from "../azure/client-options";

/** Counting ends here: a person looks at one or at many in the same way. */
const MOST = 1_000;

/** How many events are in the container of those that Event Grid could not deliver, a thousand at most. */
export async function countUndelivered(
  blobEndpoint: string,
  container: string,
  credential: TokenCredential,
  settings: ClientSettings,
): Promise<number> {
  const { BlobServiceClient } = require("@azure/storage-blob") as typeof import("@azure/storage-blob");
  const service = new BlobServiceClient(blobEndpoint, credential, storageOptions(settings));
  let count = 0;
  for await (const _blob of service.getContainerClient(container).listBlobsFlat()) {
    count += 1;
    if (count >= MOST) break;
  }
  return count;
}
