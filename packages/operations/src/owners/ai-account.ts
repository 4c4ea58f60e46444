import { CognitiveServicesManagementClient, type KeyName } from "@azure/arm-cognitiveservices";
import { armId } from "./arm-id";
import { reading, renewing } from "./client-settings";
import type { MakeOwner } from "./owner-parts";
import { askService, serviceAddress, verdictOf } from "./service-request";
import { twoSlotOwner } from "./two-slot-owner";

/** The newest version of the data plane that is not a preview (azure-docs api-version-lifecycle.md). */
const API_VERSION = "2024-10-21";

/** Keys of a Foundry, Azure OpenAI or other Azure AI account. */
export const makeOwner: MakeOwner = (parts) => {
  const { subscription, group, names } = armId(parts.secret.owner);
  const [name] = names;
  const reads = new CognitiveServicesManagementClient(parts.credential, subscription, reading(parts));
  const renews = new CognitiveServicesManagementClient(parts.credential, subscription, renewing(parts));
  return twoSlotOwner(parts, {
    keys: async () => {
      const { key1, key2 } = await reads.accounts.listKeys(group, name);
      return { Key1: key1, Key2: key2 };
    },
    regenerate: (slot) => renews.accounts.regenerateKey(group, name, slot as KeyName),
    check: async (key) => {
      const account = parts.secret.endpoint === undefined ? await reads.accounts.get(group, name) : undefined;
      const address = serviceAddress(parts, account?.properties?.endpoint);
      const headers = { "api-key": key.reveal() };
      return verdictOf(
        await askService(parts, { address: `${address}/openai/models?api-version=${API_VERSION}`, headers }),
      );
    },
  });
};
