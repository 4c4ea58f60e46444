import { type Properties, secret, type Value } from "../values";
import type { World } from "../world";

/** Answers a function for a provider of one subscription. */
type AzureFunction = (world: World, args: Properties, subscription: string) => Properties | { value: Value };

/** Functions of azure-native that are about no resource: `module:function` and what it answers. */
export const functions: Readonly<Record<string, AzureFunction>> = {
  "authorization:getClientConfig": ({ identity }, _, subscriptionId) => ({ ...identity, subscriptionId }),
  "authorization:getClientToken": () => ({ token: secret("simulated-token-that-opens-nothing") }),
};
