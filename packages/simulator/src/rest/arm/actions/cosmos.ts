import { accessKey, type WorldResource } from "../../../world";
import { type ArmAction, ok } from "../action";
import { slotNamed } from "./key-slot";

const ACCOUNT = "Microsoft.DocumentDB/databaseAccounts";

const SLOTS = {
  primary: "primary",
  secondary: "secondary",
  primaryReadonly: "primaryReadonly",
  secondaryReadonly: "secondaryReadonly",
} as const;

/** Keys of Cosmos DB accounts. */
export const cosmosActions: readonly ArmAction[] = [
  {
    armType: ACCOUNT,
    name: "listKeys",
    run: ({ resource }) =>
      ok({
        primaryMasterKey: accessKey(resource, "primary"),
        secondaryMasterKey: accessKey(resource, "secondary"),
        ...readOnlyKeys(resource),
      }),
  },
  ...(["POST", "GET"] as const).map(
    (method): ArmAction => ({
      armType: ACCOUNT,
      name: "readonlykeys",
      method,
      permission: `${ACCOUNT}/readonlykeys/${method === "GET" ? "read" : "action"}`,
      run: ({ resource }) => ok(readOnlyKeys(resource)),
    }),
  ),
  {
    armType: ACCOUNT,
    name: "regenerateKey",
    run: ({ world, resource, body }) => {
      world.regenerateKey(resource.id, slotNamed(body.keyKind, SLOTS));
      return { status: 200 };
    },
  },
];

function readOnlyKeys(account: WorldResource) {
  return {
    primaryReadonlyMasterKey: accessKey(account, "primaryReadonly"),
    secondaryReadonlyMasterKey: accessKey(account, "secondaryReadonly"),
  };
}
