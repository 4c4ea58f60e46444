import { accessKey, keySlots, keyState, type WorldResource } from "../../../world";
import { type ArmAction, ok } from "../action";
import { slotNamed } from "./key-slot";

const ACCOUNT = "Microsoft.Storage/storageAccounts";

/** Keys of storage accounts. */
export const storageActions: readonly ArmAction[] = [
  { armType: ACCOUNT, name: "listKeys", run: ({ resource }) => ok(keys(resource)) },
  {
    armType: ACCOUNT,
    name: "regenerateKey",
    run: ({ world, resource, body }) => {
      world.regenerateKey(resource.id, slotNamed(body.keyName, { key1: "key1", key2: "key2" }));
      return ok(keys(resource));
    },
  },
];

function keys(account: WorldResource) {
  return {
    keys: keySlots(account).map((keyName) => ({
      keyName,
      value: accessKey(account, keyName),
      permissions: "FULL",
      creationTime: keyState(account, keyName)?.changedAt ?? account.createdAt,
    })),
  };
}
