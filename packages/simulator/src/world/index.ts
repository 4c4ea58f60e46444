import { World } from "./world";
import type { WorldOptions } from "./world-options";

export { accessKey, type KeyState, keySlots, keyState } from "./access-keys";
export { Clock } from "./clock";
export { type Identity, simulatedIdentity, stableHex, stableKey, stableUuid } from "./identity";
export { normalLocation } from "./location";
export { managedIdentity } from "./managed-identity";
export { namedKeys, withNamedKey, withoutNamedKey } from "./named-keys";
export { Refusal } from "./refusal";
export {
  type ApplicationPassword,
  type DeletedResource,
  idKey,
  type NamedKey,
  type ServiceState,
  type WorldResource,
} from "./resource";
export { type SecretContent, type SecretVersion, secretVersions, withVersion } from "./secret-versions";
export type { WorldView } from "./view";
export { World } from "./world";
export type { PutRequest, Watcher, WorldOptions } from "./world-options";

/** Makes a simulated Azure, empty but for what a kept file or `existing` says. */
export function createWorld(options: WorldOptions = {}): World {
  return new World(options);
}
