import { textOf } from "../../../values";
import { accessKey, type WorldResource } from "../../../world";
import { RestRefusal } from "../../http/rest-refusal";
import { type ArmAction, ok } from "../action";

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
      const slot = /^key([12])$/i.exec(textOf(body.keyName) ?? "")?.[0]?.toLowerCase();
      if (slot === undefined) {
        throw new RestRefusal(
          400,
          "InvalidRequestContent",
          `The key name '${textOf(body.keyName) ?? ""}' is not Key1 or Key2.`,
        );
      }
      world.regenerateKey(resource.id, slot);
      return ok(keys(resource));
    },
  },
];

function keys(account: WorldResource) {
  return { key1: accessKey(account, "key1"), key2: accessKey(account, "key2") };
}

/** An account whose local authentication is off has no keys to give. */
function refuseWithoutKeys({ properties }: WorldResource): void {
  const inner = properties.properties;
  const off = typeof inner === "object" && inner !== null && !Array.isArray(inner) && inner.disableLocalAuth === true;
  if (off) throw new RestRefusal(400, "BadRequest", "Failed to list key. disableLocalAuth is set to be true");
}
