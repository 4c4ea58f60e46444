import { EventGridManagementClient } from "@azure/arm-eventgrid";
import { armId } from "./arm-id";
import { reading, renewing } from "./client-settings";
import type { MakeOwner } from "./owner-parts";
import { askService, serviceAddress, verdictOf } from "./service-request";
import { twoSlotOwner } from "./two-slot-owner";

const API_VERSION = "2018-01-01";

/** Keys of an Event Grid topic. */
export const makeOwner: MakeOwner = (parts) => {
  const { subscription, group, names } = armId(parts.secret.owner);
  const [name] = names;
  const reads = new EventGridManagementClient(parts.credential, subscription, reading(parts));
  const renews = new EventGridManagementClient(parts.credential, subscription, renewing(parts));
  return twoSlotOwner(parts, {
    keys: async () => {
      const { key1, key2 } = await reads.topics.listSharedAccessKeys(group, name);
      return { key1, key2 };
    },
    regenerate: (slot) => renews.topics.beginRegenerateKey(group, name, { keyName: slot }),
    check: async (key) => {
      const topic = parts.secret.endpoint === undefined ? await reads.topics.get(group, name) : undefined;
      const address = `${serviceAddress(parts, topic?.endpoint)}?api-version=${API_VERSION}`;
      const headers = { "aeg-sas-key": key.reveal(), "content-type": "application/json" };
      return verdictOf(await askService(parts, { address, method: "POST", headers, body: "[]" }));
    },
  });
};
