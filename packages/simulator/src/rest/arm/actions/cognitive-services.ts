import { objectOf } from "../../../values";
import { accessKey, type WorldResource } from "../../../world";
import { RestRefusal } from "../../http/rest-refusal";
import { type ArmAction, ok } from "../action";
import { slotNamed } from "./key-slot";

const ACCOUNT = "Microsoft.CognitiveServices/accounts";

/** Keys of Cognitive Services and Foundry accounts. */
export const cognitiveServicesActions: readonly ArmAction[] = [
  {
    armType: ACCOUNT,
    name: "listKeys",
    run: ({ resource }) => {
      refuseWithoutKeys(resource);
      return ok(keys(resource));
    },
  },
  {
    armType: ACCOUNT,
    name: "regenerateKey",
    run: ({ world, resource, body }) => {
      refuseWithoutKeys(resource);
      world.regenerateKey(resource.id, slotNamed(body.keyName, { Key1: "key1", Key2: "key2" }));
      return ok(keys(resource));
    },
  },
];

function keys(account: WorldResource) {
  return { key1: accessKey(account, "key1"), key2: accessKey(account, "key2") };
}

/** An account whose local authentication is off has no keys to give. */
function refuseWithoutKeys({ properties }: WorldResource): void {
  if (objectOf(properties.properties).disableLocalAuth !== true) return;
  throw new RestRefusal(400, "BadRequest", "Failed to list key. disableLocalAuth is set to be true");
}
