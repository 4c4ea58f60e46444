import { StorageManagementClient } from "@azure/arm-storage";
import { BlobServiceClient, StorageSharedKeyCredential } from "@azure/storage-blob";
import { storageOptions } from "../azure/client-options";
import { statusOf } from "../azure/status";
import { KeyCheck } from "../ports";
import { armId } from "./arm-id";
import { reading, renewing } from "./client-settings";
import type { MakeOwner } from "./owner-parts";
import { serviceAddress } from "./service-request";
import { twoSlotOwner } from "./two-slot-owner";

/** Keys of a storage account. */
export const makeOwner: MakeOwner = (parts) => {
  const { subscription, group, names } = armId(parts.secret.owner);
  const [name] = names;
  const reads = new StorageManagementClient(parts.credential, subscription, reading(parts));
  const renews = new StorageManagementClient(parts.credential, subscription, renewing(parts));
  return twoSlotOwner(parts, {
    keys: async () => {
      const { keys = [] } = await reads.storageAccounts.listKeys(group, name);
      return Object.fromEntries(keys.map(({ keyName = "", value }) => [keyName.toLowerCase(), value]));
    },
    regenerate: (slot) => renews.storageAccounts.regenerateKey(group, name, { keyName: slot }),
    check: async (key) => {
      const own =
        parts.secret.endpoint === undefined ? await reads.storageAccounts.getProperties(group, name) : undefined;
      const client = new BlobServiceClient(
        serviceAddress(parts, own?.primaryEndpoints?.blob),
        new StorageSharedKeyCredential(name, key.reveal()),
        { ...storageOptions(parts.settings), retryOptions: { maxTries: 1, tryTimeoutInMs: 10_000 } },
      );
      try {
        await client.listContainers().byPage({ maxPageSize: 1 }).next();
        return KeyCheck.Works;
      } catch (error) {
        if (statusOf(error) === 403 || statusOf(error) === 401) return KeyCheck.Refused;
        throw error;
      }
    },
  });
};
