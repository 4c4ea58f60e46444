import { textOf } from "../../../values";
import { accessKey } from "../../../world";
import { RestRefusal } from "../../http/rest-refusal";
import { type ArmAction, ok } from "../action";
import { referencedSecret } from "./referenced-secret";

const SUBSCRIPTION = "Microsoft.ApiManagement/service/subscriptions";
const NAMED_VALUE = "Microsoft.ApiManagement/service/namedValues";

/** Keys of API Management's subscriptions, and secret named values. */
export const apiManagementActions: readonly ArmAction[] = [
  {
    armType: SUBSCRIPTION,
    name: "listSecrets",
    run: ({ resource }) =>
      ok({ primaryKey: accessKey(resource, "primary"), secondaryKey: accessKey(resource, "secondary") }),
  },
  regenerate("primary", "regeneratePrimaryKey"),
  regenerate("secondary", "regenerateSecondaryKey"),
  {
    armType: NAMED_VALUE,
    name: "listValue",
    run: ({ world, resource }) => {
      const value = textOf(resource.inputs.value) ?? referencedSecret(world, resource.inputs.keyVault);
      if (value === undefined) throw new RestRefusal(400, "ValidationError", "The named value has no value to show.");
      return ok({ value });
    },
  },
];

function regenerate(slot: "primary" | "secondary", name: string): ArmAction {
  return {
    armType: SUBSCRIPTION,
    name,
    run: ({ world, resource }) => {
      world.regenerateKey(resource.id, slot);
      const shown = `${slot}Key`;
      if (resource.properties[shown] !== undefined) world.alter(resource.id, { [shown]: accessKey(resource, slot) });
      return { status: 204 };
    },
  };
}
