export { type RestDoor, serveRest } from "./door";
export type { RestOptions } from "./options";
export type { Call } from "./surface";
