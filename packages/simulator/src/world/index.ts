import { World, type WorldOptions } from "./world";

export { Clock } from "./clock";
export { type Identity, simulatedIdentity, stableHex, stableKey, stableUuid } from "./identity";
export { managedIdentity } from "./managed-identity";
export { Refusal } from "./refusal";
export { type DeletedResource, idKey, type WorldResource } from "./resource";
export type { WorldView } from "./view";
export { normalLocation, type PutRequest, World, type WorldOptions } from "./world";

/** Makes a simulated Azure, empty but for what a kept file or `existing` says. */
export function createWorld(options: WorldOptions = {}): World {
  return new World(options);
}
