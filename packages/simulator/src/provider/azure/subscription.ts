import { type Properties, textOf } from "../../values";
import type { World } from "../../world";

/** The subscription that a provider was configured with, or the one that a login would have chosen. */
export function subscriptionOf(world: World, config: Properties): string {
  return textOf(config.subscriptionId) ?? world.identity.subscriptionId;
}
