export { ActorUnknown, signedInActor } from "./signed-in-actor";
