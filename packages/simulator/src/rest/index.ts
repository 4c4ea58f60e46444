export type { Control } from "./control/control";
export type { Fault, PlacedFault } from "./control/fault";
export { type RestDoor, serveRest } from "./door";
export type { RestOptions } from "./options";
export type { Propagation } from "./services/propagation";
export type { Call } from "./surface";
