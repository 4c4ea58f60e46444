import { type Properties, secret, type Value } from "../values";
import type { World } from "../world";

/** Functions of azure-native that are about no resource: `module:function` and what it answers. */
export const functions: Readonly<Record<string, (world: World, args: Properties) => Properties | { value: Value }>> = {
  "authorization:getClientConfig": ({ identity }) => ({ ...identity }),
  "authorization:getClientToken": () => ({ token: secret("simulated-token-that-opens-nothing") }),
};
