import { randomBytes } from "node:crypto";
import { ApiManagementClient } from "@azure/arm-apimanagement";
import { statusOf } from "../azure/status";
import { KeyCheck } from "../ports";
import { armId } from "./arm-id";
import { reading, renewing } from "./client-settings";
import type { MakeOwner } from "./owner-parts";
import { askService, verdictOf } from "./service-request";
import { twoSlotOwner } from "./two-slot-owner";

/** 256 bits, as Azure's own keys have. */
const KEY_BYTES = 32;

const SLOTS = ["1", "2"] as const;

/**
 * A pair of secret named values, `<name>-1` and `<name>-2`. A policy lets a caller in whose header is the one or the
 * other; so this owner makes its keys itself.
 */
export const makeOwner: MakeOwner = (parts) => {
  const { subscription, group, names } = armId(parts.secret.owner);
  const [service, name = ""] = names;
  const reads = new ApiManagementClient(parts.credential, subscription, reading(parts));
  const renews = new ApiManagementClient(parts.credential, subscription, renewing(parts));
  const keyIn = async (slot: string) => {
    try {
      return (await reads.namedValue.listValue(group, service, `${name}-${slot}`)).value;
    } catch (error) {
      if (statusOf(error) === 404) return undefined;
      throw error;
    }
  };
  const keys = async () => Object.fromEntries(await Promise.all(SLOTS.map(async (slot) => [slot, await keyIn(slot)])));
  return twoSlotOwner(parts, {
    keys,
    regenerate: (slot) =>
      renews.namedValue.beginCreateOrUpdate(group, service, `${name}-${slot}`, {
        displayName: `${name}-${slot}`,
        secret: true,
        value: randomBytes(KEY_BYTES).toString("base64url"),
      }),
    check: async (key) => {
      const { probe } = parts.secret;
      if (probe === undefined)
        return Object.values(await keys()).includes(key.reveal()) ? KeyCheck.Works : KeyCheck.Refused;
      return verdictOf(await askService(parts, { address: probe, headers: { "x-api-key": key.reveal() } }));
    },
  });
};
