import { ApiManagementClient } from "@azure/arm-apimanagement";
import { KeyCheck } from "../ports";
import { armId } from "./arm-id";
import { reading, renewing } from "./client-settings";
import type { MakeOwner } from "./owner-parts";
import { askService, verdictOf } from "./service-request";
import { twoSlotOwner } from "./two-slot-owner";

/** Keys of a subscription to API Management. The gateway has no address of its own that asks for one: see `probe`. */
export const makeOwner: MakeOwner = (parts) => {
  const { subscription, group, names } = armId(parts.secret.owner);
  const [service, name = ""] = names;
  const reads = new ApiManagementClient(parts.credential, subscription, reading(parts));
  const renews = new ApiManagementClient(parts.credential, subscription, renewing(parts));
  const keys = async () => {
    const { primaryKey, secondaryKey } = await reads.subscription.listSecrets(group, service, name);
    return { primary: primaryKey, secondary: secondaryKey };
  };
  return twoSlotOwner(parts, {
    keys,
    regenerate: (slot) =>
      slot === "primary"
        ? renews.subscription.regeneratePrimaryKey(group, service, name)
        : renews.subscription.regenerateSecondaryKey(group, service, name),
    check: async (key) => {
      const { probe } = parts.secret;
      if (probe === undefined)
        return Object.values(await keys()).includes(key.reveal()) ? KeyCheck.Works : KeyCheck.Refused;
      const headers = { "ocp-apim-subscription-key": key.reveal() };
      return verdictOf(await askService(parts, { address: probe, headers }));
    },
  });
};
